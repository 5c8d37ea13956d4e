import { ChevronDown, ChevronUp, CornerDownRight, Pencil, SendHorizontal, Undo2, X } from "../../ui/icons";
import type { Command } from "../command";

export interface QueuedSubject {
  /** Its first words. */
  note: string;
  /** The agent works. */
  running: boolean;
  /** Absent at the beginning. */
  up: (() => void) | undefined;
  /** Absent at the end. */
  down: (() => void) | undefined;
  edit(): void;
  takeBack(): void;
  sendNow(): void;
  sendBeside(): void;
  remove(): void;
}

/** What can be done with a message that waits. */
export const queued: readonly Command<QueuedSubject>[] = [
  {
    id: "queue.send",
    name: "Send the queued message now",
    group: "Queue",
    offer: ({ running, note, sendNow }) => ({
      label: running ? "Send now" : "Send message",
      fullLabel: running ? "Stop, and send the queued message now" : "Send the queued message",
      note,
      icon: () => <SendHorizontal />,
      run: sendNow,
    }),
  },
  {
    id: "queue.edit",
    name: "Edit the queued message",
    group: "Queue",
    offer: ({ note, edit }) => ({
      label: "Edit",
      fullLabel: "Edit the queued message",
      note,
      icon: () => <Pencil />,
      run: edit,
    }),
  },
  {
    id: "queue.takeBack",
    name: "Take the queued message back into the composer",
    group: "Queue",
    offer: ({ note, takeBack }) => ({
      label: "Take back into the composer",
      fullLabel: "Take the queued message back into the composer",
      note,
      icon: () => <Undo2 />,
      run: takeBack,
    }),
  },
  {
    id: "queue.up",
    name: "Move the queued message up",
    group: "Queue",
    offer: ({ note, up }) => ({
      label: "Move up",
      fullLabel: "Move the queued message up",
      note,
      icon: () => <ChevronUp />,
      disabled: up ? undefined : "It is the first",
      run: () => up?.(),
    }),
  },
  {
    id: "queue.down",
    name: "Move the queued message down",
    group: "Queue",
    offer: ({ note, down }) => ({
      label: "Move down",
      fullLabel: "Move the queued message down",
      note,
      icon: () => <ChevronDown />,
      disabled: down ? undefined : "It is the last",
      run: () => down?.(),
    }),
  },
  {
    id: "queue.beside",
    name: "Send the queued message without stopping",
    group: "Queue",
    offer: ({ running, note, sendBeside }) =>
      running
        ? {
            label: "Send without stopping",
            fullLabel: "Send the queued message without stopping",
            note,
            icon: () => <CornerDownRight />,
            run: sendBeside,
          }
        : undefined,
  },
  {
    id: "queue.remove",
    name: "Remove the queued message",
    group: "Queue",
    offer: ({ note, remove }) => ({
      label: "Remove",
      fullLabel: "Remove the queued message",
      note,
      icon: () => <X />,
      danger: true,
      run: remove,
    }),
  },
];

/** What can be done with all of them. `sendAll`: absent unless several are held. */
export const queue: readonly Command<{ sendAll: (() => void) | undefined }>[] = [
  {
    id: "queue.sendAll",
    name: "Send all queued messages",
    group: "Queue",
    offer: ({ sendAll }) =>
      sendAll && {
        label: "Send all",
        fullLabel: "Send all queued messages",
        icon: () => <SendHorizontal />,
        run: sendAll,
      },
  },
];
