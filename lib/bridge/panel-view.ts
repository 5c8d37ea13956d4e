import { type SessionKey, type State, type StateEvent, sessionKey } from "../model";

/** The state as a panel gets it: all of it, but only the transcript it shows. */
export function snapshotFor(state: State, watching: SessionKey | undefined): State {
  const servers = Object.fromEntries(
    Object.values(state.servers).map((server) => {
      const transcripts = Object.fromEntries(
        Object.entries(server.transcripts).filter(([id]) => sessionKey(server.id, id) === watching),
      );
      return [server.id, { ...server, transcripts }];
    }),
  );
  return { ...state, servers };
}

/** Whether a panel that shows `watching` has use for an event: what happens inside other transcripts it does not. */
export function concerns(event: StateEvent, watching: SessionKey | undefined): boolean {
  if (event.type !== "server") return true;
  const inner = event.event;
  switch (inner.type) {
    case "transcript.page":
    case "message.removed":
    case "part.removed":
    case "part.delta":
    case "transcript.dropped":
    case "transcript.stale":
      return sessionKey(event.server, inner.sessionId) === watching;
    case "message.upserted":
      return sessionKey(event.server, inner.message.sessionId) === watching;
    case "part.upserted":
      return sessionKey(event.server, inner.part.sessionId) === watching;
  }
  return true;
}
