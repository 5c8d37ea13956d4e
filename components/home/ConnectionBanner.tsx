import { createMemo, Match, Show, Switch } from "solid-js";
import { describeFault, type Server } from "../../lib/model";
import { useApp } from "../app/context";
import { connectionRemedy, wantedServers, worstServer } from "../settings/connection-words";
import { RetryButton } from "../settings/ServerActions";
import { Banner } from "../ui/Banner";
import { Button } from "../ui/Button";
import styles from "./ConnectionBanner.module.css";

/** A first failed try is often a blink of the network; the top bar says enough about it. */
const BLINKS = 1;

/** One line about the connection that is worst off, with the one thing to do about it. */
export function ConnectionBanner() {
  const app = useApp();
  const failing = createMemo(() => {
    const server = worstServer(app.state);
    return server && isFailing(server) ? server : undefined;
  });
  return (
    <Show when={failing()}>
      {(server) => (
        <div class={styles.place}>
          <Banner
            tone={server().connection.status === "failed" ? "bad" : "warning"}
            title={titleOf(server(), wantedServers(app.state).length > 1)}
            text={connectionRemedy(server())}
          >
            <Switch fallback={<RetryButton server={server()} />}>
              <Match when={needsEdit(server())}>
                <Button onClick={() => app.go({ screen: "server", id: server().id })}>Edit server</Button>
              </Match>
            </Switch>
          </Banner>
        </div>
      )}
    </Show>
  );
}

function isFailing({ connection }: Server): boolean {
  if (connection.status === "reconnecting") return connection.attempt > BLINKS;
  return connection.status === "failed" || connection.status === "offline";
}

function titleOf(server: Server, several: boolean): string {
  const { connection } = server;
  const words = "fault" in connection ? describeFault(connection.fault).title : "The browser is offline";
  return several ? `${server.profile.name}: ${words}` : words;
}

function needsEdit({ connection }: Server): boolean {
  return connection.status === "failed" && ["refused-credentials", "secret-unreadable"].includes(connection.fault.kind);
}
