import type { Surroundings } from "./surroundings";

/** Calls `onSilence` once when `feed` was not called for the time it was last given. */
export function startWatchdog(surroundings: Surroundings, firstMs: number, onSilence: () => void) {
  let cancel = surroundings.timer(firstMs, onSilence);
  return {
    /** @param ms how long the silence after this may last */
    feed(ms: number): void {
      cancel();
      cancel = surroundings.timer(ms, onSilence);
    },
    stop: () => cancel(),
  };
}
