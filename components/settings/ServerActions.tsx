import { createMemo, For, Show } from "solid-js";
import type { Server } from "../../lib/model";
import { type App, useApp, type View } from "../app/context";
import { CommandButton } from "../commands/CommandButton";
import { type CommandOffer, offerOf } from "../commands/command";
import { server as commands } from "../commands/list/server";
import { type Action, createAction } from "../ui/action";
import { FaultLine } from "../ui/FaultLine";
import { serverSubject } from "./commands/server-subject";
import styles from "./ServerActions.module.css";

type Doing = Action<[call: () => Promise<unknown>]>;

/** One of the commands of a server, done from where `server` is shown. */
function createOffer(app: App, server: () => Server, doing: Doing, go?: (view: View) => void) {
  return (id: string): CommandOffer | undefined =>
    offerOf(
      commands,
      id,
      serverSubject(app, server(), (call) => void doing.run(call), go),
    );
}

const QUIET = ["server.edit", "server.providers", "server.remove"];

/** What can be done about a server now: reconnect or allow, connect or disconnect, edit … */
export function ServerActions(props: {
  server: Server;
  /** It is shown in something that closes when one goes elsewhere. */
  onLeave?: () => void;
  /** Whether it can be removed here. */
  removable?: boolean;
}) {
  const app = useApp();
  const doing: Doing = createAction((call) => call());
  const offer = createOffer(
    app,
    () => props.server,
    doing,
    (view) => {
      props.onLeave?.();
      app.go(view);
    },
  );
  const quiet = () => QUIET.filter((id) => props.removable || id !== "server.remove");
  return (
    <div class={styles.actions}>
      <RetryButton server={props.server} />
      <CommandButton offer={offer("server.connect")} busy={doing.busy()} />
      <For each={quiet()}>{(id) => <CommandButton variant="quiet" offer={offer(id)} />}</For>
      <Show when={doing.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </div>
  );
}

/** The one button that may end a wait or a failure; nothing for a connection that stands or was not wanted. */
export function RetryButton(props: { server: Server }) {
  const app = useApp();
  const doing: Doing = createAction((call) => call());
  const offer = createOffer(app, () => props.server, doing);
  const retry = createMemo(() => offer("server.retry"));
  return (
    <Show when={retry()}>
      <CommandButton offer={retry()} busy={doing.busy()} />
      <Show when={doing.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </Show>
  );
}
