import ChevronDown from "lucide-solid/icons/chevron-down";
import ChevronUp from "lucide-solid/icons/chevron-up";
import Clock from "lucide-solid/icons/clock";
import CornerDownRight from "lucide-solid/icons/corner-down-right";
import Ellipsis from "lucide-solid/icons/ellipsis";
import Pencil from "lucide-solid/icons/pencil";
import SendHorizontal from "lucide-solid/icons/send-horizontal";
import X from "lucide-solid/icons/x";
import { createMemo, createUniqueId, Show } from "solid-js";
import type { OutboxEntry } from "../../lib/model";
import { IconButton } from "../ui/IconButton";
import { Menu, type MenuItem } from "../ui/Menu";
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
  const id = createUniqueId();
  const line = createMemo(() => lineOf(props.entry));
  const canMove = (by: number) => props.at + by >= 0 && props.at + by < props.count;
  const now = () => (props.running ? "Send now" : "Send message");

  function move(by: number): void {
    if (canMove(by)) props.onMove(by);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (by === 0 || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    move(by);
  }

  const items = (): MenuItem[] => [
    { label: "Edit", icon: () => <Pencil />, onSelect: () => props.onEdit() },
    { label: "Move up", icon: () => <ChevronUp />, disabled: !canMove(-1), onSelect: () => props.onMove(-1) },
    { label: "Move down", icon: () => <ChevronDown />, disabled: !canMove(1), onSelect: () => props.onMove(1) },
    ...(props.running
      ? [
          {
            label: "Send without stopping",
            icon: () => <CornerDownRight />,
            onSelect: () => props.onSendBeside(),
          },
        ]
      : []),
    { label: "Remove", icon: () => <X />, danger: true, onSelect: () => props.onRemove() },
  ];

  return (
    <li
      class={styles.item}
      data-held={props.entry.state === "held" ? "" : undefined}
      data-takes-keys="Alt+ArrowUp Alt+ArrowDown"
      on:keydown={onKeyDown}
    >
      <Clock aria-hidden="true" />
      <span id={id} class={styles.text} dir="auto" title={line().text}>
        {line().text}
      </span>
      <Show when={line().note}>{(note) => <span class={styles.note}>{note()}</span>}</Show>
      <span class={styles.more}>
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
        <IconButton label="Edit" size="small" aria-describedby={id} onClick={() => props.onEdit()}>
          <Pencil />
        </IconButton>
      </span>
      <IconButton label={now()} size="small" aria-describedby={id} onClick={() => props.onSendNow()}>
        <SendHorizontal />
      </IconButton>
      <Menu label="Queued message" icon={<Ellipsis />} size="small" items={items()} />
    </li>
  );
}
