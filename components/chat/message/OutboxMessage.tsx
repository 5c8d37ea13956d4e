import { createMemo, Match, Show, Switch } from "solid-js";
import { describeFault, type OutboxEntry } from "../../../lib/model";
import { useApp } from "../../app/context";
import { createAction } from "../../ui/action";
import { Button } from "../../ui/Button";
import { FaultLine } from "../../ui/FaultLine";
import { StateMark } from "../../ui/StateMark";
import { useChat } from "../chat-context";
import { contentOf } from "./content";
import styles from "./message.module.css";
import { UserContent } from "./UserContent";

/** Why a prompt did not arrive, in one line. */
function reasonOf(entry: OutboxEntry): string {
  return entry.fault ? describeFault(entry.fault).title : "The server does not have it";
}

/** A prompt on its way, or one that did not arrive. */
export function OutboxMessage(props: { entry: OutboxEntry }) {
  const app = useApp();
  const chat = useChat();
  const content = createMemo(() => contentOf(props.entry.prompt.parts));
  const edit = createAction(() => chat.edit(props.entry));
  const again = createAction(() => app.background.resend(props.entry.prompt.messageId));

  return (
    <article class={styles.you} aria-label="You" data-message-id={props.entry.prompt.messageId}>
      <UserContent content={content()} />
      <div class={styles.fate} role="status">
        <Switch>
          <Match when={props.entry.state === "sending"}>
            <StateMark mark="working" /> Sending…
          </Match>
          <Match when={props.entry.state === "checking"}>
            <StateMark mark="working" /> Checking…
          </Match>
          <Match when={props.entry.state === "not-sent"}>
            <StateMark mark="failed" />
            <span class={styles.reason}>Not sent: {reasonOf(props.entry)}</span>
          </Match>
        </Switch>
      </div>
      <Show when={props.entry.state === "not-sent"}>
        <div class={styles.actions}>
          <Button busy={again.busy()} onClick={() => void again.run()}>
            Try again
          </Button>
          <Button busy={edit.busy()} onClick={() => void edit.run()}>
            Edit
          </Button>
        </div>
      </Show>
      <Show when={again.fault() ?? edit.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </article>
  );
}
