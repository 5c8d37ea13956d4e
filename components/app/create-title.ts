import { createEffect } from "solid-js";
import { findSession, type State } from "../../lib/model";
import { sessionTitle } from "../ui/session-words";
import type { View } from "./context";

const NAME = "OpenCode Nexus";

/** Names a full tab, and what is kept of it as a bookmark, by the session that is open. */
export function createTitle(state: State, view: () => View): void {
  createEffect(() => {
    const shown = view();
    const found = shown.screen === "session" ? findSession(state, shown.key) : undefined;
    document.title = found ? `${sessionTitle(found.session)} – ${NAME}` : NAME;
  });
}
