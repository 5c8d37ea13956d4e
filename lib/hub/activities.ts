import {
  type Activity,
  lastActivity,
  type MessageId,
  type ServerId,
  type SessionId,
  type SessionKey,
  type StateEvent,
  splitSessionKey,
  type Transcript,
} from "../model";
import type { Surroundings } from "../sync/surroundings";
import type { Store } from "./store";

/** A card's line follows what happens at this pace, so that ten running sessions cost the panel a line each. */
const PACE = 400;

/** Keeps `activities` up to date from the transcripts as they grow. */
export function createActivities(store: Store, surroundings: Surroundings) {
  const waiting = new Map<string, () => void>();

  function refresh(serverId: ServerId, sessionId: SessionId): void {
    const server = store.state.servers[serverId];
    const transcript = server?.transcripts[sessionId];
    const revertedFrom = server?.sessions[sessionId]?.revertedFrom;
    const activity = transcript && (lastActivity(transcript, revertedFrom) ?? nothingLeft(transcript, revertedFrom));
    const held = server?.activities[sessionId];
    if (!activity || isSame(held, activity) || (!revertedFrom && isOlderThanError(held, activity))) return;
    // Of a transcript that began with the last events, the last words may be older than what is known.
    if (transcript.loaded === "none" && held && activity.at < held.at) return;
    // A transcript of which only the end is held knows of fewer changes than were seen before.
    if (held?.changes && held.changes.additions + held.changes.deletions > linesOf(activity)) {
      activity.changes = held.changes;
    }
    store.dispatch({ type: "server", server: serverId, event: { type: "session.activity", sessionId, activity } });
  }

  function notice(event: StateEvent): void {
    if (event.type !== "server") return;
    const sessionId = grown(event.event);
    if (sessionId === undefined) return;
    const id = `${event.server}/${sessionId}`;
    if (waiting.has(id)) return;
    const run = () => {
      waiting.delete(id);
      refresh(event.server, sessionId);
    };
    waiting.set(id, surroundings.timer(PACE, run));
  }

  return {
    stop: store.listen(notice),
    /** What a transcript tells now, before it goes. */
    settle(key: SessionKey): void {
      const { server, session } = splitSessionKey(key);
      refresh(server, session);
    },
  };
}

/** What stands on the card when the user has gone back to before the first message. */
function nothingLeft(
  { messageIds, olderCursor }: Transcript,
  revertedFrom: MessageId | undefined,
): Activity | undefined {
  const isAllHidden = revertedFrom !== undefined && messageIds[0] === revertedFrom && olderCursor === undefined;
  return isAllHidden ? { kind: "text", line: "", at: 0 } : undefined;
}

function linesOf({ changes }: Activity): number {
  return changes ? changes.additions + changes.deletions : 0;
}

/** An error that no message carries is told by an event alone: what was said before it is no news. */
function isOlderThanError(held: Activity | undefined, next: Activity): boolean {
  return held?.kind === "error" && next.kind !== "error" && next.at <= held.at;
}

function isSame(held: Activity | undefined, next: Activity): boolean {
  return held?.line === next.line && held.kind === next.kind && linesOf(held) >= linesOf(next);
}

function grown(event: Extract<StateEvent, { type: "server" }>["event"]): SessionId | undefined {
  switch (event.type) {
    case "part.delta":
    case "transcript.page":
      return event.sessionId;
    // Something may be hidden now, or shown again.
    case "session.upserted":
      return event.session.id;
    case "part.upserted":
      return event.part.sessionId;
    case "message.upserted":
      return event.message.sessionId;
  }
  return undefined;
}
