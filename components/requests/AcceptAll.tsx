import { Show } from "solid-js";
import { rootOf, type Server, type Session, sessionKey } from "../../lib/model";
import { useApp } from "../app/context";
import { createAction } from "../ui/action";
import { Button } from "../ui/Button";
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
export function AcceptAllNote(props: { server: Server; sessionId: string }) {
  const app = useApp();
  const key = () => sessionKey(props.server.id, rootOf(props.server, props.sessionId));
  const end = createAction(() => app.background.setAutoAccept(key(), false));
  return (
    <div class={styles.note} role="status" title="Permissions are granted without asking">
      <ShieldOff />
      <span class={styles.words}>Accepts everything</span>
      <Button variant="quiet" busy={end.busy()} onClick={() => void end.run()}>
        Ask again
      </Button>
      <Show when={end.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not changed" />}</Show>
    </div>
  );
}
