import { Show } from "solid-js";
import { useApp } from "../app/context";
import { createSessions } from "./create-sessions";
import styles from "./SessionColumn.module.css";
import { SessionLists } from "./SessionLists";
import { TopBar } from "./TopBar";

/** In a full tab: all sessions beside the one that is open. */
export function SessionColumn() {
  const app = useApp();
  const sessions = createSessions(app);
  return (
    <aside class={styles.column} aria-label="Sessions">
      <TopBar search={sessions.search} hasServers={true} />
      <Show when={app.link() !== "loading"}>
        <SessionLists sessions={sessions} />
      </Show>
    </aside>
  );
}
