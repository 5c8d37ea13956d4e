import type { Server, ServerEvent, SessionId } from "../model";
import type { OpenCodeClient } from "../opencode/client";
import type { Recorder } from "./recorder";

/** Fetches agents' lists of tasks, which the stream tells only as they change. */
export function createTodos(server: () => Server, recorder: Recorder, dispatch: (event: ServerEvent) => void) {
  /** `updatedAt` of the sessions whose list was fetched. */
  const known = new Map<SessionId, number>();

  /** @param always Whether or not anything has happened in the session since the last time. */
  return async (client: OpenCodeClient, sessionId: SessionId, always: boolean, signal?: AbortSignal): Promise<void> => {
    const session = server().sessions[sessionId];
    if (!session || !client.info.capabilities.todos) return;
    if (!always && known.get(sessionId) === session.updatedAt) return;
    const { updatedAt } = session;
    await recorder.around(
      () => client.todos(session, signal),
      (todos) => {
        // Most sessions have none, which need not be told.
        const held = server().todos[sessionId];
        if (todos.length > 0 || (held && held.length > 0)) dispatch({ type: "todos.replaced", sessionId, todos });
      },
      (event) => {
        if (event.type === "todos.replaced" && event.sessionId === sessionId) dispatch(event);
      },
    );
    known.set(sessionId, updatedAt);
  };
}
