import {
  isOnlyOpenText,
  isRunning,
  type SessionKey,
  type StateEvent,
  sessionKey,
  sizeOfTranscript,
  splitSessionKey,
} from "../model";
import type { Surroundings } from "../sync/surroundings";
import type { Store } from "./store";

/** Transcripts that are kept of sessions in which nothing runs and which nobody looks at: the ones used last. */
export const KEPT_TRANSCRIPTS = 6;
/** Characters that these hold together at the most. */
export const KEPT_SIZE = 4_000_000;
/** Messages after which a transcript that nobody looks at begins anew; a page has 40. */
export const MAX_UNWATCHED_MESSAGES = 200;
/** Characters after which it does. */
export const MAX_UNWATCHED_SIZE = 2_000_000;
/** Milliseconds after a change until it is looked at what can go. */
const PACE = 1_000;

export interface TranscriptLimitDeps {
  store: Store;
  surroundings: Pick<Surroundings, "timer">;
  panels: {
    isWatched(key: SessionKey): boolean;
    isCovered(key: SessionKey): boolean;
  };
  /** What is still wanted of a transcript that goes: its card's line, and a copy. */
  activities: { settle(key: SessionKey): void };
  persistence: { stored(keys: readonly SessionKey[]): Promise<void> };
}

interface Found {
  isRunning: boolean;
  isTooLong: boolean;
  size: number;
}

/**
 * Bounds what is held of conversations. A run's growing text is held although nobody looks: it is nowhere else, because the
 * server stores it when it ends [measured on 1.18.33]. Whatever was dropped is fetched again when it is opened.
 *
 * @returns to be called when a panel turns away from a session
 */
export function limitTranscripts(deps: TranscriptLimitDeps): () => void {
  const { store, surroundings, panels, activities, persistence } = deps;
  /** In the order of their last use. */
  const used = new Set<SessionKey>();
  /** On their way out. */
  const dropping = new Set<SessionKey>();
  let isWaiting = false;

  function notice(event: StateEvent): void {
    if (event.type !== "server") return;
    const session = touched(event.event);
    if (session === undefined) return;
    const key = sessionKey(event.server, session);
    used.delete(key);
    used.add(key);
    look();
  }

  function look(): void {
    if (isWaiting) return;
    isWaiting = true;
    surroundings.timer(PACE, () => {
      isWaiting = false;
      const keys = spares().filter((key) => !dropping.has(key));
      if (keys.length > 0) void drop(keys);
    });
  }

  function find(key: SessionKey): Found | undefined {
    const { server: serverId, session } = splitSessionKey(key);
    const server = store.state.servers[serverId];
    const transcript = server?.transcripts[session];
    if (!server || !transcript) return undefined;
    const runs = isRunning(server, session);
    const size = sizeOfTranscript(transcript);
    const isTooLong = size > MAX_UNWATCHED_SIZE || transcript.messageIds.length > MAX_UNWATCHED_MESSAGES;
    return { isRunning: runs, isTooLong: isTooLong && !(runs && isOnlyOpenText(transcript)), size };
  }

  /** Whoever looks at it has it whole, and who comes back to a panel that was covered is to find the place again. */
  function isNeeded(key: SessionKey, found: Found): boolean {
    return panels.isWatched(key) || (panels.isCovered(key) && !found.isRunning);
  }

  function spares(): SessionKey[] {
    const spare: SessionKey[] = [];
    let [count, size] = [0, 0];
    for (const key of [...used].reverse()) {
      const found = find(key);
      if (!found) used.delete(key);
      else if (isNeeded(key, found)) continue;
      else if (found.isTooLong) spare.push(key);
      else if (!found.isRunning) {
        count += 1;
        size += found.size;
        if (count > KEPT_TRANSCRIPTS || size > KEPT_SIZE) spare.push(key);
      }
    }
    return spare;
  }

  async function drop(keys: readonly SessionKey[]): Promise<void> {
    for (const key of keys) {
      dropping.add(key);
      activities.settle(key);
    }
    await persistence.stored(keys);
    for (const key of keys) {
      dropping.delete(key);
      const found = find(key);
      // It may have been opened or begun to run meanwhile.
      if (!found || isNeeded(key, found) || (found.isRunning && !found.isTooLong)) continue;
      if (!found.isRunning) used.delete(key);
      const { server, session: sessionId } = splitSessionKey(key);
      const type = found.isRunning ? "transcript.trimmed" : "transcript.dropped";
      store.dispatch({ type: "server", server, event: { type, sessionId } });
    }
  }

  store.listen(notice);
  return look;
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
