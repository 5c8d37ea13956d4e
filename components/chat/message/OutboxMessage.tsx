import { createMemo, Match, Show, Switch } from "solid-js";
import { describeFault, type OutboxEntry } from "../../../lib/model";
import { useApp } from "../../app/context";
import { CommandButton } from "../../commands/CommandButton";
import { offersOf } from "../../commands/command";
import { unsent } from "../../commands/list/message";
import { firstLine } from "../../tools/tool";
import { createAction } from "../../ui/action";
import { FaultLine } from "../../ui/FaultLine";
import { StateMark } from "../../ui/StateMark";
import { useChat } from "../chat-context";
import { messageAtHand } from "./at-hand";
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

  const isUnsent = () => props.entry.state === "not-sent";
  const offers = () =>
    isUnsent()
      ? offersOf(unsent, {
          note: firstLine(content().text),
          busy: again.busy() || edit.busy(),
          again: () => void again.run(),
          edit: () => void edit.run(),
        })
      : [];
  app.commands.offer((at) => (messageAtHand("unsent", at) === props.entry.prompt.messageId ? offers() : []));

  return (
    <article
      class={styles.you}
      aria-label="You"
      data-message-id={props.entry.prompt.messageId}
      data-at-hand={isUnsent() ? "unsent" : undefined}
    >
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
      <Show when={isUnsent()}>
        <div class={styles.actions}>
          <CommandButton offer={offers()[0]} />
          <CommandButton offer={offers()[1]} />
        </div>
      </Show>
      <Show when={again.fault() ?? edit.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
    </article>
  );
}
