import { createMemo, createUniqueId, Show } from "solid-js";
import type { OutboxEntry } from "../../lib/model";
import { useApp } from "../app/context";
import { CommandIcon } from "../commands/CommandButton";
import { offersOf } from "../commands/command";
import { queued } from "../commands/list/queue";
import { menuItems } from "../commands/menu-items";
import { IconButton } from "../ui/IconButton";
import { ChevronDown, ChevronUp, Clock, Ellipsis } from "../ui/icons";
import { Menu } from "../ui/Menu";
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
  onEdit(): void;
  onRemove(): void;
  onSendNow(): void;
  onSendBeside(): void;
}

/** One waiting message. Alt and an arrow key move it wherever in its line the focus is. */
export function QueueItem(props: QueueItemProps) {
  const app = useApp();
  const id = createUniqueId();
  let item: HTMLLIElement | undefined;
  const line = createMemo(() => lineOf(props.entry));
  const canMove = (by: number) => props.at + by >= 0 && props.at + by < props.count;

  function move(by: number): void {
    if (canMove(by)) props.onMove(by);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (by === 0 || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // The button of the menu would open it.
    event.stopPropagation();
    move(by);
  }

  const offers = createMemo(() =>
    offersOf(queued, {
      note: line().text,
      running: props.running,
      up: canMove(-1) ? () => props.onMove(-1) : undefined,
      down: canMove(1) ? () => props.onMove(1) : undefined,
      edit: props.onEdit,
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
      data-takes-keys="Alt+ArrowUp Alt+ArrowDown"
      on:keydown={{ handleEvent: onKeyDown, capture: true }}
    >
      <Clock />
      <span id={id} class={styles.text} dir="auto" title={line().text}>
        {line().text}
      </span>
      <Show when={line().note}>{(note) => <span class={styles.note}>{note()}</span>}</Show>
      <Show when={props.count > 1}>
        <IconButton
          label="Move up"
          size="small"
          aria-describedby={id}
          aria-disabled={canMove(-1) ? undefined : true}
          aria-keyshortcuts="Alt+ArrowUp"
          onClick={() => move(-1)}
        >
          <ChevronUp />
        </IconButton>
      </Show>
      <span class={styles.more}>
        <Show when={props.count > 1}>
          <IconButton
            label="Move down"
            size="small"
            aria-describedby={id}
            aria-disabled={canMove(1) ? undefined : true}
            aria-keyshortcuts="Alt+ArrowDown"
            onClick={() => move(1)}
          >
            <ChevronDown />
          </IconButton>
        </Show>
        <CommandIcon size="small" aria-describedby={id} offer={offer("queue.edit")} />
      </span>
      <CommandIcon size="small" aria-describedby={id} offer={offer("queue.send")} />
      <Menu label="Queued message" icon={<Ellipsis />} size="small" items={menuItems(rare(), app.commands)} />
    </li>
  );
}
