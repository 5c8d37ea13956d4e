import type { ServerEvent, ServerId } from "../model";
import { storedIndex } from "../storage/index-of-sessions";
import type { Store } from "./store";

/** Puts what storage has of a server's sessions into the state, to be shown until the server is asked. */
export async function showIndex(store: Store, id: ServerId): Promise<void> {
  const { value } = await storedIndex(id).load();
  const dispatch = (event: ServerEvent) => store.dispatch({ type: "server", server: id, event });
  dispatch({ type: "projects.replaced", projects: value.projects });
  dispatch({ type: "history.page", sessions: value.sessions, floor: value.floor, first: false, complete: false });
  for (const [sessionId, activity] of Object.entries(value.activities)) {
    dispatch({ type: "session.activity", sessionId, activity });
  }
}
