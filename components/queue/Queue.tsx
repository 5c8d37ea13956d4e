import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import { findSession, type OutboxEntry, queueOf } from "../../lib/model";
import { useApp } from "../app/context";
import { useChat } from "../chat/chat-context";
import { focusComposer } from "../chat/focus-composer";
import { CommandButton } from "../commands/CommandButton";
import { offersOf } from "../commands/command";
import { queue } from "../commands/list/queue";
import { createAction } from "../ui/action";
import { FaultLine } from "../ui/FaultLine";
import { KeyedFor } from "../ui/KeyedFor";
import { StateMark } from "../ui/StateMark";
import { VisuallyHidden } from "../ui/VisuallyHidden";
import { createRewording } from "./create-rewording";
import { QueueItem } from "./QueueItem";
import styles from "./queue.module.css";
import { whoOf } from "./queue-words";

/** What was written while the agent works, in the order in which it goes: to be changed, moved, hurried or taken out. */
export function Queue() {
  const app = useApp();
  const chat = useChat();
  const entries = createMemo(() => queueOf(app.state.outbox, chat.key));
  const catalog = () => findSession(app.state, chat.key)?.server.catalogs[chat.session().directory];
  const rewording = createRewording(app, chat.key, entries, catalog);
  const isHeld = () => entries().some((entry) => entry.state === "held");
  const [said, setSaid] = createSignal("");
  const act = createAction((call: () => Promise<unknown>) => call());
  let list: HTMLUListElement | undefined;

  let held: Element | undefined;
  const order = createMemo(() => {
    // Taken before the lines change places: moving an element costs it the focus.
    const focused = document.activeElement;
    held = focused && list?.contains(focused) ? focused : undefined;
    return entries()
      .map((entry) => entry.prompt.messageId)
      .join();
  });
  createEffect(
    on(
      order,
      () => {
        if (!(held instanceof HTMLElement) || held === document.activeElement) return;
        // What had it was sent or taken out: writing comes next.
        if (held.isConnected) held.focus({ preventScroll: true });
        else focusComposer();
      },
      { defer: true },
    ),
  );

  const sendAll = () => {
    const release = () => void act.run(() => app.background.releaseQueue(chat.key));
    return offersOf(queue, { sendAll: isHeld() && entries().length > 1 ? release : undefined });
  };
  app.commands.offer(sendAll);

  async function move(entry: OutboxEntry, by: number): Promise<void> {
    const id = entry.prompt.messageId;
    if (!(await act.run(() => app.background.moveQueued(id, by)))) return;
    const at = entries().findIndex((one) => one.prompt.messageId === id);
    if (at !== -1) setSaid(`Moved to ${at + 1} of ${entries().length}`);
  }

  async function takeBack(entry: OutboxEntry): Promise<void> {
    if (await act.run(() => chat.edit(entry))) focusComposer();
  }

  return (
    <>
      <Show when={rewording.isLate()}>
        <p class={styles.late} role="status">
          It left the queue before it was saved. What you wrote is in the composer.
        </p>
      </Show>
      <Show when={entries().length > 0}>
        <section class={styles.queue} aria-label="Queue">
          <Show when={isHeld()}>
            <div class={styles.held} role="status">
              <StateMark mark="waiting" />
              <span class={styles.reason}>Held since an answer was not finished</span>
              <CommandButton variant="quiet" busy={act.busy()} offer={sendAll()[0]} />
            </div>
          </Show>
          <ul
            ref={(element) => {
              list = element;
            }}
            class={styles.list}
            aria-label="Queued messages"
          >
            <KeyedFor each={entries()} by={(entry) => entry.prompt.messageId}>
              {(entry) => (
                <QueueItem
                  entry={entry()}
                  at={entries().findIndex((one) => one.prompt.messageId === entry().prompt.messageId)}
                  count={entries().length}
                  running={chat.working()}
                  rewording={rewording}
                  who={whoOf(entry(), chat.session(), catalog())}
                  busy={act.busy()}
                  onSave={async () => void (await act.run(() => rewording.save(entry())))}
                  onMove={(by) => void move(entry(), by)}
                  onEdit={() => rewording.begin(entry())}
                  onTakeBack={() => void takeBack(entry())}
                  onRemove={() => void act.run(() => app.background.discard(entry().prompt.messageId))}
                  onSendNow={() => void act.run(() => app.background.sendNow(entry().prompt.messageId))}
                  onSendBeside={() => void act.run(() => app.background.sendBeside(entry().prompt.messageId))}
                />
              )}
            </KeyedFor>
          </ul>
          <Show when={act.fault()}>{(fault) => <FaultLine fault={fault()} />}</Show>
          <VisuallyHidden>
            <span role="status">{said()}</span>
          </VisuallyHidden>
        </section>
      </Show>
    </>
  );
}
