import { hasOpenText, isRunning, type SessionKey, type StateEvent, sessionKey, splitSessionKey } from "../model";
import type { Surroundings } from "../sync/surroundings";
import type { Store } from "./store";

/** Transcripts that are kept of sessions in which nothing runs and which nobody looks at: the ones used last. */
export const KEPT_TRANSCRIPTS = 6;
/** Messages after which a transcript that nobody looks at begins anew; a page has 40. */
export const MAX_UNWATCHED_MESSAGES = 200;
/** Milliseconds after a change until it is looked at what can go. */
const PACE = 1_000;

export interface TranscriptLimitDeps {
  store: Store;
  surroundings: Pick<Surroundings, "timer">;
  isWatched(key: SessionKey): boolean;
  /** Takes from a transcript what is still wanted of it. */
  beforeDrop(key: SessionKey): Promise<void>;
}

/**
 * Bounds what is held of conversations. A run's transcript is held although nobody looks: its growing text is nowhere else,
 * because the server stores it when it ends [measured on 1.18.33]. Whatever was dropped is fetched again when it is opened.
 */
export function limitTranscripts({ store, surroundings, isWatched, beforeDrop }: TranscriptLimitDeps): void {
  /** In the order of their last use. */
  const used = new Set<SessionKey>();
  let isWaiting = false;

  function notice(event: StateEvent): void {
    if (event.type !== "server") return;
    const session = touched(event.event);
    if (session === undefined) return;
    const key = sessionKey(event.server, session);
    used.delete(key);
    used.add(key);
    if (isWaiting) return;
    isWaiting = true;
    surroundings.timer(PACE, () => {
      isWaiting = false;
      for (const spare of spares()) void drop(spare);
    });
  }

  function find(key: SessionKey): { isRunning: boolean; isTooLong: boolean } | undefined {
    const { server: serverId, session } = splitSessionKey(key);
    const server = store.state.servers[serverId];
    const transcript = server?.transcripts[session];
    if (!server || !transcript) return undefined;
    const isTooLong = transcript.messageIds.length > MAX_UNWATCHED_MESSAGES && !hasOpenText(transcript);
    return { isRunning: isRunning(server, session), isTooLong };
  }

  function spares(): SessionKey[] {
    const spare: SessionKey[] = [];
    const quiet: SessionKey[] = [];
    for (const key of used) {
      const found = find(key);
      if (!found) used.delete(key);
      else if (isWatched(key)) continue;
      else if (found.isTooLong) spare.push(key);
      else if (!found.isRunning) quiet.push(key);
    }
    return [...spare, ...quiet.slice(0, Math.max(0, quiet.length - KEPT_TRANSCRIPTS))];
  }

  async function drop(key: SessionKey): Promise<void> {
    await beforeDrop(key);
    // It may have been opened or begun to run meanwhile.
    const found = find(key);
    if (!found || isWatched(key) || (found.isRunning && !found.isTooLong)) return;
    used.delete(key);
    const { server, session: sessionId } = splitSessionKey(key);
    store.dispatch({ type: "server", server, event: { type: "transcript.dropped", sessionId } });
  }

  store.listen(notice);
}

/** The session whose transcript an event may have made, made longer, or left without a run. */
function touched(event: Extract<StateEvent, { type: "server" }>["event"]): string | undefined {
  switch (event.type) {
    case "message.upserted":
      return event.message.sessionId;
    case "part.upserted":
      return event.part.sessionId;
    case "part.delta":
    case "message.removed":
    case "part.removed":
    case "transcript.page":
    case "session.status":
      return event.sessionId;
  }
  return undefined;
}
