import { createSignal, lazy, Show } from "solid-js";
import { type CardView, sessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { offersOf } from "../commands/command";
import { session } from "../commands/list/session";
import { menuItems } from "../commands/menu-items";
import { AcceptAllDialog } from "../requests/AcceptAll";
import { createAction } from "../ui/action";
import { FaultLine } from "../ui/FaultLine";
import { Ellipsis } from "../ui/icons";
import { Menu } from "../ui/Menu";
import styles from "./CardMenu.module.css";

// Cards come first, and without these.
const ExportDialog = lazy(async () => ({ default: (await import("../transfer/ExportDialog")).ExportDialog }));
const RenameDialog = lazy(async () => ({ default: (await import("./RenameDialog")).RenameDialog }));
const ShareDialog = lazy(async () => ({ default: (await import("./ShareDialog")).ShareDialog }));
const SubagentsDialog = lazy(async () => ({ default: (await import("./SubagentsDialog")).SubagentsDialog }));

/** What can be done with a session as a whole, on its card and while it is open. */
export function CardMenu(props: {
  view: CardView;
  class?: string | undefined;
  /** Whether its keys are meant when the focus is there; always unless given. */
  isAt?: (at: Element | null) => boolean;
}) {
  const app = useApp();
  const [dialog, setDialog] = createSignal<"rename" | "share" | "export" | "subagents" | "accept">();
  const act = createAction((call: () => Promise<void>) => call());
  const closeDialog = () => setDialog(undefined);

  /** Does what takes the session away; whoever has it open is at home then. */
  async function putAway(call: () => Promise<void>): Promise<void> {
    const { key } = props.view;
    if (!(await act.run(call))) return;
    const shown = app.view();
    if (shown.screen === "session" && shown.key === key) app.go({ screen: "home" });
  }

  /** Beside a conversation, it has to be that of the session. */
  function review(): void {
    const { key } = props.view;
    if (app.columns() > 1) app.go({ screen: "session", key });
    app.layers.show({ type: "review", key, scope: { type: "session" } });
  }

  const offers = () =>
    offersOf(session, {
      view: props.view,
      background: app.background,
      run: (call) => void act.run(call),
      putAway: (call) => void putAway(call),
      open: setDialog,
      review,
      toTab: app.inTab ? undefined : () => app.toTab({ screen: "session", key: props.view.key }),
      goToParent() {
        const { server, session } = props.view;
        if (session.parentId) app.go({ screen: "session", key: sessionKey(server.id, session.parentId) });
      },
    });
  app.commands.offer((at) => (props.isAt?.(at) === false ? [] : offers()));

  return (
    <>
      <Menu
        label={props.view.session.parentId ? "Session actions" : "Card actions"}
        icon={<Ellipsis />}
        size="small"
        class={props.class}
        items={menuItems(offers(), app.commands)}
      />
      <Show when={act.fault()}>
        {(fault) => (
          <div class={styles.fault}>
            <FaultLine fault={fault()} />
          </div>
        )}
      </Show>
      <AcceptAllDialog
        open={dialog() === "accept"}
        onOpenChange={(isOpen) => setDialog(isOpen ? "accept" : undefined)}
        session={props.view.session}
        onConfirm={() => void act.run(() => app.background.setAutoAccept(props.view.key, true))}
      />
      <Show when={dialog() === "rename"}>
        <RenameDialog view={props.view} onClose={closeDialog} />
      </Show>
      <Show when={dialog() === "share"}>
        <ShareDialog view={props.view} onClose={closeDialog} />
      </Show>
      <Show when={dialog() === "subagents"}>
        <SubagentsDialog view={props.view} onClose={closeDialog} />
      </Show>
      <Show when={dialog() === "export"}>
        <ExportDialog view={props.view} onClose={closeDialog} />
      </Show>
    </>
  );
}
