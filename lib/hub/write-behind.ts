import type { Surroundings } from "../sync/surroundings";

/** Runs `write` at most once every `ms`, after the first `mark` since the last run; one key never runs twice at a time. */
export function createWriteBehind(surroundings: Surroundings, ms: number, write: (key: string) => Promise<void>) {
  const waiting = new Map<string, () => void>();
  const writing = new Map<string, Promise<void>>();

  function run(key: string): void {
    waiting.delete(key);
    const busy = writing.get(key);
    // The write under way may have read the state before this change.
    if (busy) {
      void busy.then(() => mark(key));
      return;
    }
    const done = write(key).finally(() => writing.delete(key));
    writing.set(key, done);
  }

  function mark(key: string): void {
    if (!waiting.has(key))
      waiting.set(
        key,
        surroundings.timer(ms, () => run(key)),
      );
  }

  return {
    mark,
    /** Resolves when nothing of this key is left to write. */
    async settle(key: string): Promise<void> {
      for (;;) {
        const cancel = waiting.get(key);
        if (cancel) {
          cancel();
          run(key);
        }
        const busy = writing.get(key);
        if (!busy) return;
        await busy;
      }
    },
    /** Writes now whatever waits. */
    async flush(): Promise<void> {
      for (const [key, cancel] of [...waiting]) {
        cancel();
        run(key);
      }
      await Promise.all(writing.values());
    },
  };
}
