/** Milliseconds after which what waits for a frame is handed over without one: the page may go out of sight meanwhile. */
const LONGEST_WAIT = 100;

/** Runs something before the next frame; returns what calls that off, or nothing where no frame comes. */
export type NextFrame = (run: () => void) => (() => void) | undefined;

/** Gathers what comes between two frames and hands it over once, right before the second; without frames at once. */
export function createGather<T>(nextFrame: NextFrame, take: (items: T[]) => void) {
  let held: T[] = [];
  let cancel: (() => void) | undefined;

  function flush(): void {
    cancel?.();
    cancel = undefined;
    if (held.length === 0) return;
    const items = held;
    held = [];
    take(items);
  }

  return {
    add(items: readonly T[]): void {
      held.push(...items);
      if (cancel || held.length === 0) return;
      const cancelFrame = nextFrame(flush);
      if (!cancelFrame) {
        flush();
        return;
      }
      const timer = setTimeout(flush, LONGEST_WAIT);
      cancel = () => {
        clearTimeout(timer);
        cancelFrame();
      };
    },
    /** Hands over what is held, because what comes next rests on it. */
    flush,
  };
}
