import { createMemo, createUniqueId, Show } from "solid-js";
import { keyOf } from "../../lib/keys/key";
import { ariaKey, shownKey } from "../../lib/keys/words";
import type { OutboxEntry } from "../../lib/model";
import { isMac } from "../../lib/platform/system";
import { useApp } from "../app/context";
import { CommandIcon } from "../commands/CommandButton";
import { offersOf } from "../commands/command";
import { QUEUE_KEYS } from "../commands/keys/fixed";
import { queued } from "../commands/list/queue";
import { menuItems } from "../commands/menu-items";
import { Clock, Ellipsis } from "../ui/icons";
import { Menu } from "../ui/Menu";
import type { Rewordings } from "./create-rewording";
import { QueueEditor } from "./QueueEditor";
import styles from "./queue.module.css";
import { lineOf } from "./queue-words";

export interface QueueItemProps {
  entry: OutboxEntry;
  /** Its place, from 0, and how many there are. */
  at: number;
  count: number;
  /** The agent works. */
  running: boolean;
  onMove(by: number): void;
  rewording: Rewordings;
  /** Who answers it, where that is not the one that answers now. */
  who: string;
  busy: boolean;
  onEdit(): void;
  /** Resolves when the words are saved, or are not to be. */
  onSave(): Promise<void>;
  onTakeBack(): void;
  onRemove(): void;
  onSendNow(): void;
  onSendBeside(): void;
}

/** Also what is chosen for them: in its line, these keys are the message's. */
const fixed = {
  up: { shown: shownKey(QUEUE_KEYS.up, isMac()), aria: ariaKey(QUEUE_KEYS.up, isMac()) },
  down: { shown: shownKey(QUEUE_KEYS.down, isMac()), aria: ariaKey(QUEUE_KEYS.down, isMac()) },
};

/** One waiting message. Alt and an arrow key move it wherever in its line the focus is. */
export function QueueItem(props: QueueItemProps) {
  const app = useApp();
  const id = createUniqueId();
  let item: HTMLLIElement | undefined;
  const line = createMemo(() => lineOf(props.entry));
  const words = () => props.rewording.wordsOf(props.entry);
  const canMove = (by: number) => props.at + by >= 0 && props.at + by < props.count;

  function onKeyDown(event: KeyboardEvent): void {
    const key = keyOf(event, isMac());
    const by = key === QUEUE_KEYS.up ? -1 : key === QUEUE_KEYS.down ? 1 : 0;
    if (by === 0 || words() !== undefined) return;
    event.preventDefault();
    // The button of the menu would open it.
    event.stopPropagation();
    if (canMove(by)) props.onMove(by);
  }

  const note = () => [line().note, props.who].filter((words) => words !== "").join(" · ");
  /** The editor goes with what had the focus: the line it was in has it next. */
  function end(act: () => void | Promise<void>): void {
    void Promise.resolve(act()).then(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) item?.querySelector<HTMLElement>("[aria-haspopup]")?.focus();
    });
  }

  const offers = createMemo(() =>
    offersOf(queued, {
      note: line().text,
      running: props.running,
      up: canMove(-1) ? () => props.onMove(-1) : undefined,
      down: canMove(1) ? () => props.onMove(1) : undefined,
      edit: props.onEdit,
      takeBack: props.onTakeBack,
      sendNow: props.onSendNow,
      sendBeside: props.onSendBeside,
      remove: props.onRemove,
    }),
  );
  const offer = (id: string) => offers().find(({ command }) => command.id === id);
  // Where the focus is in none of them, the next that goes is meant.
  const isMeant = (at: Element | null) => {
    const focused = at?.closest("[data-queued]");
    return focused ? focused === item : props.at === 0;
  };
  app.commands.offer((at) => (isMeant(at) ? offers() : []));
  const rare = () => offers().filter(({ command }) => command.id !== "queue.send");

  return (
    <li
      ref={(element) => {
        item = element;
      }}
      class={styles.item}
      data-queued
      data-held={props.entry.state === "held" ? "" : undefined}
      data-takes-keys={`${QUEUE_KEYS.up} ${QUEUE_KEYS.down}`}
      on:keydown={{ handleEvent: onKeyDown, capture: true }}
    >
      <Clock />
      <Show
        when={words() === undefined}
        fallback={
          <QueueEditor
            words={words() ?? ""}
            note={note()}
            other={props.rewording.otherOf(props.entry)}
            takesFocus={props.rewording.isOwn(props.entry)}
            busy={props.busy}
            onInput={(written) => props.rewording.change(props.entry, written)}
            onSave={() => end(props.onSave)}
            onCancel={() => end(() => props.rewording.cancel(props.entry))}
          />
        }
      >
        <span id={id} class={styles.text} dir="auto" title={line().text}>
          {line().text}
        </span>
        <Show when={note()}>
          {(words) => (
            <span class={styles.note} title={words()}>
              {words()}
            </span>
          )}
        </Show>
        <Show when={props.count > 1}>
          <CommandIcon size="small" aria-describedby={id} offer={offer("queue.up")} fixed={fixed.up} />
        </Show>
        <span class={styles.more}>
          <Show when={props.count > 1}>
            <CommandIcon size="small" aria-describedby={id} offer={offer("queue.down")} fixed={fixed.down} />
          </Show>
          <CommandIcon size="small" aria-describedby={id} offer={offer("queue.edit")} />
        </span>
        <CommandIcon size="small" aria-describedby={id} offer={offer("queue.send")} />
        <Menu label="Queued message" icon={<Ellipsis />} size="small" items={menuItems(rare(), app.commands)} />
      </Show>
    </li>
  );
}
