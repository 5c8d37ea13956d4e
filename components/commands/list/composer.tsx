import {
  Bot,
  Boxes,
  Folder,
  FolderSearch,
  Gauge,
  GitBranchPlus,
  Paperclip,
  SendHorizontal,
  Square,
  TextCursorInput,
} from "../../ui/icons";
import type { Command, Offer } from "../command";

export interface ComposerSubject {
  /** Absent where nothing is to be written. */
  focus: (() => void) | undefined;
  /** While the agent works. */
  stop: (() => void) | undefined;
  /** While the agent works and something is written that can be sent. */
  beside: (() => void) | undefined;
}

/** What can be done about writing, and about what was set going by it. */
export const composer: readonly Command<ComposerSubject>[] = [
  {
    id: "composer.stop",
    name: "Stop the agent",
    group: "This session",
    key: "Mod+.",
    offer: ({ stop }) => stop && { label: "Stop the agent", icon: () => <Square />, run: stop },
  },
  {
    id: "composer.beside",
    name: "Send without waiting for the agent",
    group: "Writing",
    offer: ({ beside }) => beside && { label: "Send without waiting", icon: () => <SendHorizontal />, run: beside },
  },
  {
    id: "composer.focus",
    name: "Write a message",
    group: "Go to",
    key: "Mod+I",
    offer: ({ focus }) => focus && { label: "Write a message", icon: () => <TextCursorInput />, run: focus },
  },
];

/** Takes files along. */
export const attaching: readonly Command<{ choose(): void }>[] = [
  {
    id: "composer.attach",
    name: "Attach files",
    group: "Writing",
    offer: ({ choose }) => ({ label: "Attach files", icon: () => <Paperclip />, atOnce: true, run: choose }),
  },
];

/** What is chosen beside the message, each from a list of its own. */
export type PickerId = "composer.agent" | "composer.model" | "composer.effort" | "composer.project";

export interface PickerSubject {
  id: PickerId;
  /** What is chosen now. */
  current: string;
  open(): void;
}

const picker = (id: PickerId, name: string, icon: Offer["icon"]): Command<PickerSubject> => ({
  id,
  name,
  group: "Writing",
  offer: (subject) => (subject.id === id ? { label: name, note: subject.current, icon, run: subject.open } : undefined),
});

/** What opens these lists. */
export const pickers: readonly Command<PickerSubject>[] = [
  picker("composer.agent", "Choose the agent", () => <Bot />),
  picker("composer.model", "Choose the model", () => <Boxes />),
  picker("composer.effort", "Choose the effort", () => <Gauge />),
  picker("composer.project", "Choose the project", () => <Folder />),
];

export interface FolderSubject {
  browse(): void;
  /** Absent where no worktree can be made. */
  worktree: (() => void) | undefined;
}

/** Where a new session works, besides the folders that are listed. */
export const folders: readonly Command<FolderSubject>[] = [
  {
    id: "new.browse",
    name: "Browse for the folder of a new session",
    group: "Writing",
    offer: ({ browse }) => ({
      label: "Browse…",
      fullLabel: "Browse for a folder…",
      icon: () => <FolderSearch />,
      run: browse,
    }),
  },
  {
    id: "new.worktree",
    name: "Make a worktree for a new session",
    group: "Writing",
    offer: ({ worktree }) => worktree && { label: "New worktree…", icon: () => <GitBranchPlus />, run: worktree },
  },
];
