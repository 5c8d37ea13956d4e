import { emptyTranscript, lastActivity, type Server, type ServerEvent, type SessionId } from "../model";
import { mergePage } from "../model/transcript-reducer";
import type { OpenCodeClient } from "../opencode/client";

/** Messages that are enough to tell what was said last. */
const LAST = 3;

/** Keeps what cards tell of sessions that nobody looks at: what was said while nobody listened is fetched. */
export function createCardLines(server: () => Server, dispatch: (event: ServerEvent) => void) {
  /** `updatedAt` of the sessions whose line was fetched. */
  const known = new Map<SessionId, number>();
  /** Sessions of which something is to be told that could not be fetched yet. */
  const news = new Set<SessionId>();

  /** @param isNews something is to be told of the session, whatever its time says: the end of a run does not move it */
  return async (
    client: OpenCodeClient,
    sessionId: SessionId,
    { isNews = false, signal }: { isNews?: boolean; signal?: AbortSignal } = {},
  ): Promise<void> => {
    const session = server().sessions[sessionId];
    const held = server().activities[sessionId];
    if (!session) return;
    if (isNews) news.add(sessionId);
    if (!news.has(sessionId) && session.updatedAt <= Math.max(held?.at ?? 0, known.get(sessionId) ?? 0)) return;
    const { messages } = await client.messages(session, { limit: LAST }, signal);
    const transcript = emptyTranscript();
    mergePage(transcript, "newest", messages, undefined, false);
    const activity = lastActivity(transcript, server().sessions[sessionId]?.revertedFrom);
    news.delete(sessionId);
    known.set(sessionId, session.updatedAt);
    if (!activity) return;
    // The last messages know of fewer changed lines than were seen before.
    const changes = held?.changes ?? activity.changes;
    dispatch({ type: "session.activity", sessionId, activity: { ...activity, ...(changes ? { changes } : {}) } });
  };
}
