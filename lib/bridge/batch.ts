import type { StateEvent } from "../model";

/** One frame at 60 a second. */
const FRAME = 16;

/**
 * Gathers events and hands them over at most once a frame, with neighbouring deltas of one part joined.
 *
 * @param timer calls back once after some milliseconds; the result cancels
 */
export function createBatch(timer: (ms: number, run: () => void) => () => void, send: (events: StateEvent[]) => void) {
  let events: StateEvent[] = [];
  let cancel: (() => void) | undefined;

  function flush(): void {
    cancel?.();
    cancel = undefined;
    if (events.length === 0) return;
    const batch = events;
    events = [];
    send(batch);
  }

  return {
    add(event: StateEvent): void {
      const joined = join(events.at(-1), event);
      if (joined) events[events.length - 1] = joined;
      else events.push(event);
      cancel ??= timer(FRAME, flush);
    },
    flush,
    /** Forgets what waits: the panel is gone or gets a snapshot. */
    clear(): void {
      cancel?.();
      cancel = undefined;
      events = [];
    },
  };
}

function join(last: StateEvent | undefined, next: StateEvent): StateEvent | undefined {
  if (last?.type !== "server" || next.type !== "server" || last.server !== next.server) return undefined;
  const [a, b] = [last.event, next.event];
  if (a.type !== "part.delta" || b.type !== "part.delta" || a.partId !== b.partId) return undefined;
  return { ...last, event: { ...a, delta: a.delta + b.delta } };
}
