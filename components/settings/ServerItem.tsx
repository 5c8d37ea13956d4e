import { createSignal, lazy, Show, Suspense } from "solid-js";
import type { Server } from "../../lib/model";
import { useApp } from "../app/context";
import { Fold } from "../tools/Fold";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { ConfirmDialog } from "../ui/Dialog";
import { FaultLine } from "../ui/FaultLine";
import { StateMark } from "../ui/StateMark";
import { connectionOf, connectionRemedy, connectionSentence } from "./connection-words";
import { ConnectionDetails } from "./details/ConnectionDetails";
import { ServerActions } from "./ServerActions";
import styles from "./ServerItem.module.css";

// Most who come here come for the connection.
const Services = lazy(async () => ({ default: (await import("./services/Services")).Services }));

/** A server in the settings: how it is, and everything that can be done with it. */
export function ServerItem(props: { server: Server }) {
  const app = useApp();
  const [asking, setAsking] = createSignal(false);
  const remove = createAction(() => app.background.removeServer(props.server.id));
  return (
    <li class={styles.server}>
      <StateMark mark={connectionOf(props.server).mark} />
      <div class={styles.words}>
        <h3 class={styles.name} dir="auto">
          {props.server.profile.name}
        </h3>
        <p class={styles.url}>{props.server.profile.url}</p>
        <p class={styles.state}>{connectionSentence(props.server, app.now())}</p>
        <Show when={connectionRemedy(props.server)}>{(remedy) => <p class={styles.remedy}>{remedy()}</p>}</Show>
      </div>
      <div class={styles.actions}>
        <ServerActions server={props.server} />
        <Button variant="quiet" busy={remove.busy()} onClick={() => setAsking(true)}>
          Remove…
        </Button>
        <Show when={remove.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not removed" />}</Show>
      </div>
      <Fold head="Connection details" class={styles.details}>
        <ConnectionDetails server={props.server} />
      </Fold>
      <Show when={props.server.connection.status === "connected"}>
        <Fold head="Tools and services" class={styles.details}>
          <Suspense>
            <Services server={props.server} />
          </Suspense>
        </Fold>
      </Show>
      <ConfirmDialog
        open={asking()}
        onOpenChange={setAsking}
        title={`Remove “${props.server.profile.name}”?`}
        text="Its address, its password and what this panel remembers of its sessions are deleted from this browser. The server keeps its sessions."
        confirm="Remove"
        danger
        onConfirm={() => void remove.run()}
      />
    </li>
  );
}
