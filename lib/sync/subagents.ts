import type { Server, ServerEvent, SessionId } from "../model";
import type { OpenCodeClient } from "../opencode/client";
import { fetchFamily, fetchUnlessGone } from "./family";
import { createOnce } from "./once";

export interface Subagents {
  /** Fetches a subagent's session with its parents, and what it said last, unless that was done since the last gap. */
  ask(client: OpenCodeClient, sessionId: SessionId): Promise<void>;
  /** What was held before a gap may be long over: lists of sessions leave subagents out. */
  forget(): void;
}

/** Keeps what is told of subagents true: nothing but their own sessions tells what they did while nobody listened. */
export function createSubagents(
  server: () => Server,
  dispatch: (event: ServerEvent) => void,
  /** What was said last, whatever is held of it. */
  fetchLine: (client: OpenCodeClient, sessionId: SessionId) => Promise<void>,
): Subagents {
  const asked = createOnce<SessionId>();

  async function fetch(client: OpenCodeClient, id: SessionId): Promise<void> {
    const directory = server().sessions[id]?.directory ?? server().info?.directory ?? "";
    const session = await fetchUnlessGone(client, { id, directory });
    if (!session) return dispatch({ type: "session.removed", sessionId: id });
    dispatch({ type: "session.upserted", session });
    await fetchFamily(client, server(), id, dispatch);
    await fetchLine(client, id);
  }

  return {
    ask: (client, sessionId) => asked.ask(sessionId, () => fetch(client, sessionId)),
    forget: asked.forget,
  };
}
