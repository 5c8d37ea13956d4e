import { createMemo, Match, Switch } from "solid-js";
import { useApp } from "../app/context";
import { wantedServers } from "../settings/connection-words";
import { Button } from "../ui/Button";
import { StateMark } from "../ui/StateMark";
import styles from "./EmptyHome.module.css";

/** Why there is nothing to show. "No sessions" only when the servers said so. */
export function EmptyHome() {
  const app = useApp();
  const wanted = createMemo(() => wantedServers(app.state));
  const fresh = () => wanted().some((server) => server.fresh && server.connection.status === "connected");
  const coming = () =>
    wanted().some((server) => ["connected", "connecting", "asleep"].includes(server.connection.status));
  return (
    <div class={styles.empty}>
      <Switch
        fallback={
          <>
            <h2 class={styles.title}>No sessions to show</h2>
            <p class={styles.text}>They appear here as soon as the server answers.</p>
          </>
        }
      >
        <Match when={fresh()}>
          <h2 class={styles.title}>No sessions yet</h2>
          <p class={styles.text}>
            {app.inTab ? "Give" : "Ask about the page beside this panel, or give"} OpenCode something to do. Write{" "}
            {app.columns() > 1 ? "beside this" : "below"} to begin.
          </p>
        </Match>
        <Match when={coming()}>
          <p class={styles.line}>
            <StateMark mark="working" />
            Loading sessions…
          </p>
        </Match>
        <Match when={wanted().length === 0}>
          <h2 class={styles.title}>Not connected</h2>
          <p class={styles.text}>Every server is disconnected. Connect one to see its sessions.</p>
          <div>
            <Button onClick={() => app.go({ screen: "settings" })}>Choose a server</Button>
          </div>
        </Match>
      </Switch>
    </div>
  );
}
