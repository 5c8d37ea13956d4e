import { isGrowing, type ServerEvent, type StateEvent } from "../model";
import type { Surroundings } from "../sync/surroundings";
import { createFlow } from "./flow";

/** One frame at 60 a second. */
const FRAME = 16;
/** Characters a second that nobody can follow: some 80 tokens, more than ten times as fast as people read. */
const FAST = 400;
/**
 * Milliseconds between batches of text that comes as fast as that, for each character a second: a frame costs the same for one
 * word as for ten, and who cannot follow sees lines come.
 */
const PACE = 0.4;
/** Milliseconds between batches of whatever comes, however fast: a text that stands still for longer looks stuck. */
const LONGEST_PACE = 300;

/**
 * Gathers events and hands them over at most once a frame, with neighbouring deltas of one part joined, and of its
 * neighbouring states only the last; more seldom while nothing but text comes, and that faster than anyone reads.
 */
export function createBatch({ timer, now }: Pick<Surroundings, "timer" | "now">, send: (events: StateEvent[]) => void) {
  const text = createFlow(now);
  let events: StateEvent[] = [];
  let cancel: (() => void) | undefined;
  let wait = Number.POSITIVE_INFINITY;
  let sentAt = Number.NEGATIVE_INFINITY;

  function stopWaiting(): void {
    cancel?.();
    cancel = undefined;
    wait = Number.POSITIVE_INFINITY;
  }

  function waitFor(ms: number): void {
    if (ms >= wait) return;
    stopWaiting();
    wait = ms;
    cancel = timer(ms, flush);
  }

  function flush(): void {
    stopWaiting();
    if (events.length === 0) return;
    const batch = events;
    events = [];
    sentAt = now();
    send(batch);
  }

  /** What comes after a pause goes out at once, with what comes in the same moment. */
  function restOfFrame(): number {
    // A clock that was set back makes no frame longer.
    return Math.min(Math.max(sentAt + FRAME - now(), 0), FRAME);
  }

  return {
    add(event: StateEvent): void {
      const joined = join(events.at(-1), event);
      if (joined) events[events.length - 1] = joined;
      else events.push(event);
      // By what came before: one long piece after a silence is no flow.
      const rate = text.rate();
      text.add(deltaOf(event)?.delta.length ?? 0);
      waitFor(rate > FAST && tellsOfText(event) ? Math.min(rate * PACE, LONGEST_PACE) : restOfFrame());
    },
    flush,
    /** Events that wait. */
    length: () => events.length,
    /** Forgets what waits: the panel is gone or gets a snapshot. */
    clear(): void {
      stopWaiting();
      events = [];
    },
  };
}

/** Words, or the line in which a card repeats them. */
function tellsOfText(event: StateEvent): boolean {
  return event.type === "server" && (event.event.type === "part.delta" || event.event.type === "session.activity");
}

function deltaOf(event: StateEvent) {
  return event.type === "server" && event.event.type === "part.delta" ? event.event : undefined;
}

function join(last: StateEvent | undefined, next: StateEvent): StateEvent | undefined {
  if (last?.type !== "server" || next.type !== "server" || last.server !== next.server) return undefined;
  if (isReplaced(last.event, next.event)) return next;
  const [a, b] = [deltaOf(last), deltaOf(next)];
  if (!a || !b || a.partId !== b.partId) return undefined;
  return { ...last, event: { ...a, delta: a.delta + b.delta } };
}

/** Whether of a part that comes whole each time, a tool call above all, a later state makes an earlier one pointless. */
function isReplaced(last: ServerEvent, next: ServerEvent): boolean {
  if (last.type !== "part.upserted" || next.type !== "part.upserted" || last.part.id !== next.part.id) return false;
  // What an open text is depends on what was held before.
  return !isGrowing(last.part) && !isGrowing(next.part) && last.part.messageId === next.part.messageId;
}
