import { createMemo, Show } from "solid-js";
import type { Server } from "../../lib/model";
import { requestHost } from "../../lib/platform/hosts";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
import { FaultLine } from "../ui/FaultLine";
import styles from "./ServerActions.module.css";

/** What can be done about a connection now: reconnect or allow, connect or disconnect, edit. */
export function ServerActions(props: { server: Server; onLeave?: () => void }) {
  const app = useApp();
  const status = () => props.server.connection.status;
  const connect = createAction(() => app.background.connectServer(props.server.id));
  const disconnect = createAction(() => app.background.disconnectServer(props.server.id));
  const fault = createMemo(() => connect.fault() ?? disconnect.fault());
  return (
    <div class={styles.actions}>
      <RetryButton server={props.server} />
      <Show
        when={status() === "disconnected"}
        fallback={
          <Button busy={disconnect.busy()} onClick={() => void disconnect.run()}>
            Disconnect
          </Button>
        }
      >
        <Button busy={connect.busy()} onClick={() => void connect.run()}>
          Connect
        </Button>
      </Show>
      <Button
        variant="quiet"
        onClick={() => {
          props.onLeave?.();
          app.go({ screen: "server", id: props.server.id });
        }}
      >
        Edit
      </Button>
      <Show when={status() === "connected"}>
        <Button
          variant="quiet"
          onClick={() => {
            props.onLeave?.();
            app.go({ screen: "providers", place: { server: props.server.id }, back: app.view() });
          }}
        >
          Providers
        </Button>
      </Show>
      <Show when={fault()}>{(known) => <FaultLine fault={known()} />}</Show>
    </div>
  );
}

/** The one button that may end a wait or a failure; nothing for a connection that stands or was not wanted. */
export function RetryButton(props: { server: Server }) {
  const app = useApp();
  const connection = () => props.server.connection;
  const retry = createAction(() => app.background.retryServer(props.server.id));
  const needsHost = () => {
    const now = connection();
    return now.status === "failed" && now.fault.kind === "host-permission-missing";
  };
  return (
    <Show when={["reconnecting", "offline", "failed"].includes(connection().status)}>
      <Show
        when={needsHost()}
        fallback={
          <Button busy={retry.busy()} onClick={() => void retry.run()}>
            Reconnect now
          </Button>
        }
      >
        <Button
          busy={retry.busy()}
          onClick={() => {
            // First in the handler: browsers ask only as part of a click.
            void requestHost(props.server.profile.url).then((granted) => granted && retry.run());
          }}
        >
          Allow access
        </Button>
      </Show>
      <Show when={retry.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </Show>
  );
}
