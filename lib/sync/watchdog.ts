import type { Surroundings } from "./surroundings";

/** Milliseconds between two looks at the clock, at most. */
const LOOK = 5_000;
/** A timer that comes so many milliseconds late has not been slow: the device slept, or its clock was changed. */
const SLEPT = 10_000;
/** One that comes so many milliseconds early comes by a clock that was set back. */
const SET_BACK = 1_000;

/**
 * Watches what has to be fed again and again, and says once that it was not for the time it was last given, or that the device
 * has slept meanwhile: whatever stood open before that may be dead. It goes by the clock, because timers of some systems stand
 * still while they sleep, and looks at it every few seconds.
 */
export function startWatchdog(
  { timer, now }: Pick<Surroundings, "timer" | "now">,
  firstMs: number,
  onEnd: (why: "silence" | "sleep") => void,
) {
  let fedAt = now();
  let patience = firstMs;
  let cancel = look();

  function look(): () => void {
    const wait = Math.max(0, Math.min(LOOK, fedAt + patience - now()));
    const due = now() + wait;
    const lastFed = fedAt;
    return timer(wait, () => {
      const late = now() - due;
      if (late > SLEPT) return onEnd("sleep");
      // What was noted before the clock was set back goes back as far.
      if (late < -SET_BACK) fedAt = fedAt === lastFed ? fedAt + late : now();
      if (now() - fedAt >= patience) return onEnd("silence");
      cancel = look();
    });
  }

  return {
    /** @param ms how long the silence after this may last; a shorter one than before is noticed up to `LOOK` late */
    feed(ms: number): void {
      fedAt = now();
      patience = ms;
    },
    stop: () => cancel(),
  };
}
