import { lazy, Match, Show, Switch } from "solid-js";
import type { CardView } from "../../lib/model";
import { useApp } from "../app/context";
import { AcceptAllDialog } from "../requests/AcceptAll";
import { FaultLine } from "../ui/FaultLine";
import styles from "./CardMenu.module.css";
import type { SessionActions } from "./create-session-actions";

// Cards come first, and without these.
const ExportDialog = lazy(async () => ({ default: (await import("../transfer/ExportDialog")).ExportDialog }));
const RenameDialog = lazy(async () => ({ default: (await import("./RenameDialog")).RenameDialog }));
const ShareDialog = lazy(async () => ({ default: (await import("./ShareDialog")).ShareDialog }));
const SubagentsDialog = lazy(async () => ({ default: (await import("./SubagentsDialog")).SubagentsDialog }));

/** What a session's actions ask, show, and could not do. */
export function SessionDialogs(props: { view: CardView; actions: SessionActions }) {
  const app = useApp();
  const close = () => props.actions.show(undefined);
  return (
    <>
      {/* A dialog says it itself. */}
      <Show when={props.actions.dialog() === undefined && props.actions.act.fault()}>
        {(fault) => (
          <div class={styles.fault}>
            <FaultLine fault={fault()} />
          </div>
        )}
      </Show>
      <Switch>
        <Match when={props.actions.dialog() === "accept"}>
          <AcceptAllDialog
            open
            onOpenChange={close}
            session={props.view.session}
            onConfirm={() => void props.actions.act.run(() => app.background.setAutoAccept(props.view.key, true))}
          />
        </Match>
        <Match when={props.actions.dialog() === "rename"}>
          <RenameDialog view={props.view} onClose={close} />
        </Match>
        <Match when={props.actions.dialog() === "share"}>
          <ShareDialog view={props.view} actions={props.actions} onClose={close} />
        </Match>
        <Match when={props.actions.dialog() === "subagents"}>
          <SubagentsDialog view={props.view} onClose={close} />
        </Match>
        <Match when={props.actions.dialog() === "export"}>
          <ExportDialog view={props.view} onClose={close} />
        </Match>
      </Switch>
    </>
  );
}
