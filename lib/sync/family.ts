import { FaultError, type Server, type ServerEvent, type Session, type SessionId } from "../model";
import type { OpenCodeClient, SessionRef } from "../opencode/client";

/** The deepest chain of subagents followed. */
const MAX_DEPTH = 16;

/** Fetches a session and its parents as far as they are not held, so that its root is known. What is gone is removed. */
export async function fetchFamily(
  client: OpenCodeClient,
  server: Server,
  sessionId: SessionId,
  dispatch: (event: ServerEvent) => void,
  signal?: AbortSignal,
): Promise<void> {
  let id: SessionId | undefined = sessionId;
  for (let depth = 0; id !== undefined && depth < MAX_DEPTH; depth++) {
    const held: Session | undefined = server.sessions[id];
    const session: Session | undefined =
      held ?? (await fetchUnlessGone(client, { id, directory: server.info?.directory ?? "" }, signal));
    if (!session) return dispatch({ type: "session.removed", sessionId: id });
    if (!held) dispatch({ type: "session.upserted", session });
    id = session.parentId;
  }
}

/**
 * The session as the server has it, `undefined` when it has it no more. Any directory does for reading one by its id
 * [measured on 1.18.33].
 */
export async function fetchUnlessGone(
  client: OpenCodeClient,
  ref: SessionRef,
  signal?: AbortSignal,
): Promise<Session | undefined> {
  try {
    return await client.session(ref, signal);
  } catch (error) {
    if (error instanceof FaultError && error.fault.kind === "not-found") return undefined;
    throw error;
  }
}
