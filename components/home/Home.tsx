import { type JSX, Show } from "solid-js";
import { useApp } from "../app/context";
import { FirstRun } from "../app/screens";
import { ConnectionBanner } from "./ConnectionBanner";
import { createSessions } from "./create-sessions";
import styles from "./Home.module.css";
import { KeptContext } from "./KeptContext";
import { Notices } from "./Notices";
import { SessionLists } from "./SessionLists";
import { TopBar } from "./TopBar";

/** The panel's home: cards, history, and at the bottom the composer of a new session, which the shell hands in. */
export function Home(props: { composer?: JSX.Element }) {
  const app = useApp();
  const sessions = createSessions(app);
  const hasServers = () => Object.keys(app.state.servers).length > 0;
  return (
    <div class={styles.home}>
      <TopBar search={sessions.search} hasServers={hasServers()} />
      <main class={styles.main}>
        <Notices />
        <Show when={app.link() !== "loading"}>
          <Show
            when={hasServers()}
            fallback={
              <>
                <FirstRun />
                <KeptContext />
              </>
            }
          >
            <ConnectionBanner />
            <SessionLists sessions={sessions} />
            <div class={styles.composer}>{props.composer}</div>
          </Show>
        </Show>
      </main>
    </div>
  );
}
