import type { Surroundings } from "../sync/surroundings";

/**
 * Runs `write` some time after a `mark`, once for all marks until then; one key never runs twice at a time.
 *
 * @param write resolves to milliseconds for which this key rests afterwards
 */
export function createWriteBehind(
  { timer, now }: Pick<Surroundings, "timer" | "now">,
  write: (key: string) => Promise<number>,
) {
  const waiting = new Map<string, { at: number; cancel(): void }>();
  const writing = new Map<string, Promise<void>>();
  const rests = new Map<string, { from: number; ms: number }>();

  function run(key: string): void {
    waiting.get(key)?.cancel();
    waiting.delete(key);
    const done = write(key)
      .then((ms) => void rests.set(key, { from: now(), ms }))
      .finally(() => writing.delete(key));
    writing.set(key, done);
  }

  function begin(key: string): void {
    const busy = writing.get(key);
    if (!busy) {
      run(key);
      return;
    }
    // The write under way may have read the state before this change.
    void busy.then(() => {
      if (waiting.has(key)) begin(key);
    });
  }

  function restOf(key: string): number {
    const rest = rests.get(key);
    // A clock that was set back makes no rest longer.
    return rest ? Math.min(rest.ms, rest.from + rest.ms - now()) : 0;
  }

  async function settle(key: string): Promise<void> {
    if (waiting.has(key)) {
      await writing.get(key);
      if (waiting.has(key) && !writing.has(key)) run(key);
    }
    await writing.get(key);
  }

  const keys = () => new Set([...waiting.keys(), ...writing.keys()]);

  return {
    /** Has a key written in `ms` milliseconds, or when its rest ends, or earlier where that was asked for before. */
    mark(key: string, ms: number): void {
      const wait = Math.max(ms, restOf(key));
      const at = now() + wait;
      const held = waiting.get(key);
      if (held && held.at <= at) return;
      held?.cancel();
      waiting.set(key, { at, cancel: timer(wait, () => begin(key)) });
    },
    /** Writes now what was marked until now, once; what is marked meanwhile has its own time. */
    settle,
    /** Writes now whatever waits. */
    async flush(): Promise<void> {
      await Promise.all([...keys()].map(settle));
    },
    /** Keys that wait or are being written. */
    length: () => keys().size,
  };
}
