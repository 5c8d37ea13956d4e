import { createEffect, createMemo, on, Show } from "solid-js";
import { useApp } from "../../app/context";
import { CommandButton } from "../../commands/CommandButton";
import { offersOf } from "../../commands/command";
import { reverted } from "../../commands/list/conversation";
import { createAction } from "../../ui/action";
import { FaultLine } from "../../ui/FaultLine";
import { useChat } from "../chat-context";
import { focusComposer } from "../focus-composer";
import styles from "./Conversation.module.css";
import type { Reach } from "./create-reach";
import { revertedTurns, undoneFiles } from "./shown";
import { UndoneFiles } from "./UndoneFiles";

/** Stands where reverted messages were: how many are hidden, what that undid in files, and how to have all of it back. */
export function Reverted(props: { reach: Reach }) {
  const app = useApp();
  const chat = useChat();
  const from = () => chat.session().revertedFrom;
  const count = createMemo(() => revertedTurns(chat.transcript(), from()));
  const undone = createMemo(() => (from() === undefined ? [] : undoneFiles(chat.transcript(), from())));
  const back = createAction(async () => {
    await app.background.unrevertSession(chat.key);
    focusComposer();
  });
  const reach = createAction((id: string) => props.reach.to(id));
  // A revert may reach farther back than what is held: only when its first message is there, it is known what to hide.
  const missing = createMemo(() => {
    const id = from();
    const { messages, olderCursor } = chat.transcript();
    return id !== undefined && chat.live() && !messages[id] && olderCursor !== undefined ? id : undefined;
  });
  createEffect(
    on(missing, (id) => {
      if (id !== undefined) void reach.run(id);
    }),
  );
  const offers = () => (count() > 0 ? offersOf(reverted, { takeBack: () => void back.run(), busy: back.busy() }) : []);
  app.commands.offer(offers);
  return (
    <>
      <Show when={count() > 0}>
        <div class={styles.reverted}>
          <p class={styles.words}>
            {count() === 1 ? "1 message is hidden. " : `${count()} messages are hidden. `}
            <span class={styles.faint}>Your next one replaces {count() === 1 ? "it" : "them"}.</span>
          </p>
          <Show when={undone().length > 0}>
            <UndoneFiles paths={undone()} />
          </Show>
          <CommandButton offer={offers()[0]} />
          <Show when={back.fault()}>{(fault) => <FaultLine fault={fault()} doing="Not taken back" />}</Show>
        </div>
      </Show>
      <Show when={missing() === undefined ? undefined : reach.fault()}>
        {(fault) => (
          <FaultLine fault={fault()} doing="Some of these messages are reverted; which ones could not be asked" />
        )}
      </Show>
    </>
  );
}
