import {
  ArrowDownToLine,
  ChevronDown,
  ChevronUp,
  Gauge,
  ListChecks,
  Redo2,
  Search as SearchIcon,
  X,
} from "../../ui/icons";
import type { Command } from "../command";

/** Opens the search of the session on show, or of the file that lies over it or beside it. */
export const search: readonly Command<{ what: "session" | "file"; find(): void }>[] = [
  {
    id: "conversation.find",
    name: "Find in the session or the file",
    group: "This session",
    key: "Mod+F",
    offer: ({ what, find }) => ({ label: `Find in ${what}`, of: what, icon: () => <SearchIcon />, run: find }),
  },
];

export interface FindSubject {
  /** From match to match; absent without any. */
  step: ((by: 1 | -1) => void) | undefined;
  close(): void;
}

/** What can be done in that search. */
export const find: readonly Command<FindSubject>[] = [
  {
    id: "find.previous",
    name: "Previous match",
    group: "This session",
    key: "Mod+Shift+G",
    repeats: true,
    offer: ({ step }) => ({
      label: "Previous match",
      icon: () => <ChevronUp />,
      disabled: step ? undefined : "Nothing is found",
      run: () => step?.(-1),
    }),
  },
  {
    id: "find.next",
    name: "Next match",
    group: "This session",
    key: "Mod+G",
    repeats: true,
    offer: ({ step }) => ({
      label: "Next match",
      icon: () => <ChevronDown />,
      disabled: step ? undefined : "Nothing is found",
      run: () => step?.(1),
    }),
  },
  {
    id: "find.close",
    name: "Close search",
    group: "This session",
    offer: ({ close }) => ({ label: "Close search", icon: () => <X />, run: close }),
  },
];

export interface ConversationSubject {
  /** To the message of the user's before, or after, what is read. */
  up(): void;
  down(): void;
  /** Absent at the end. */
  toEnd: (() => void) | undefined;
}

/** What can be done in the conversation that is open. */
export const conversation: readonly Command<ConversationSubject>[] = [
  {
    id: "conversation.previous",
    name: "Your previous message",
    group: "This session",
    key: "Alt+ArrowUp",
    repeats: true,
    offer: ({ up }) => ({ label: "Your previous message", icon: () => <ChevronUp />, run: up }),
  },
  {
    id: "conversation.next",
    name: "Your next message",
    group: "This session",
    key: "Alt+ArrowDown",
    repeats: true,
    offer: ({ down }) => ({ label: "Your next message", icon: () => <ChevronDown />, run: down }),
  },
  {
    id: "conversation.latest",
    name: "Jump to latest",
    group: "This session",
    key: "Mod+Shift+ArrowDown",
    offer: ({ toEnd }) => toEnd && { label: "Jump to latest", icon: () => <ArrowDownToLine />, run: toEnd },
  },
];

/** Undoes a revert. */
export const reverted: readonly Command<{ takeBack(): void; busy: boolean }>[] = [
  {
    id: "session.takeBack",
    name: "Take back the revert",
    group: "This session",
    offer: ({ takeBack, busy }) => ({
      label: "Take back",
      fullLabel: "Take back the revert",
      icon: () => <Redo2 />,
      disabled: busy ? "It is being taken back" : undefined,
      run: takeBack,
    }),
  },
];

/** How full the context is and what it cost, in full. */
export const usage: readonly Command<{ open(): void }>[] = [
  {
    id: "session.usage",
    name: "Context and cost",
    group: "This session",
    offer: ({ open }) => ({ label: "Context and cost", icon: () => <Gauge />, run: open }),
  },
];

/** All that the agent has set itself to do. */
export const tasks: readonly Command<{ isOpen: boolean; toggle(): void }>[] = [
  {
    id: "session.tasks",
    name: "Show or hide the agent’s tasks",
    group: "This session",
    offer: ({ isOpen, toggle }) => ({
      label: isOpen ? "Hide the tasks" : "Show the tasks",
      icon: () => <ListChecks />,
      run: toggle,
    }),
  },
];
