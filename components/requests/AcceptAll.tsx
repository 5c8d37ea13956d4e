import { Show } from "solid-js";
import { rootOf, type Server, type Session, viewOf } from "../../lib/model";
import { useApp } from "../app/context";
import { createSessionActions } from "../cards/create-session-actions";
import { CommandButton } from "../commands/CommandButton";
import { ConfirmDialog } from "../ui/Dialog";
import { FaultLine } from "../ui/FaultLine";
import { ShieldOff } from "../ui/icons";
import { sessionTitle } from "../ui/session-words";
import styles from "./AcceptAll.module.css";

export interface AcceptAllDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** The root session. */
  session: Session;
  onConfirm(): void;
}

/** Asks before every permission of a session is granted unseen. */
export function AcceptAllDialog(props: AcceptAllDialogProps) {
  return (
    <ConfirmDialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title="Accept everything in this session?"
      text={`“${sessionTitle(props.session)}” and its subagents will run commands, change files and open addresses without asking you, until you turn it off, also while this is closed. Questions still come to you, and agents that repeat themselves.`}
      confirm="Accept everything"
      danger
      onConfirm={() => props.onConfirm()}
    />
  );
}

/** While it is on, in the session: that nobody is asked, and the way back. */
export function AcceptAllNote(props: { server: Server; session: Session }) {
  const app = useApp();
  const rootId = () => rootOf(props.server, props.session.id);
  const root = () => props.server.sessions[rootId()];
  // Of a session that is open itself, its menu offers it.
  const { offers, act } = createSessionActions(
    () => viewOf(app.state, { server: props.server, session: root() ?? props.session }),
    () => rootId() !== props.session.id,
    ["session.accept"],
  );
  return (
    <div class={styles.note} role="status" title="Permissions are granted without asking">
      <ShieldOff />
      <span class={styles.words}>Accepts everything</span>
      <CommandButton variant="quiet" busy={act.busy()} offer={offers()[0]} label="Ask again" />
      <Show when={act.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not changed" />}</Show>
    </div>
  );
}
