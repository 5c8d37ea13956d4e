import {
  ArrowLeft,
  ChevronDown,
  ChevronUp,
  Columns2,
  Copy,
  Layers,
  ListOrdered,
  MessageSquarePlus,
  RotateCw,
  Rows2,
  TextCursorInput,
} from "../../ui/icons";
import type { Command } from "../command";

export interface LayerSubject {
  reload: { run(): void; busy: boolean };
  close(): void;
}

/** What can be done with whatever lies over the screen. */
export const layer: readonly Command<LayerSubject>[] = [
  {
    id: "layer.reload",
    name: "Reload the file or the changes",
    group: "Files and changes",
    key: "R",
    offer: ({ reload }) => ({
      label: "Reload",
      icon: () => <RotateCw />,
      disabled: reload.busy ? "It is loading" : undefined,
      run: reload.run,
    }),
  },
  {
    id: "layer.close",
    name: "Close the file or the changes",
    group: "Files and changes",
    offer: ({ close }) => ({ label: "Back", icon: () => <ArrowLeft />, run: close }),
  },
];

/** What cannot be done is absent. */
export interface ReviewSubject {
  /** Whether they stand side by side, and the other way; absent where there is no room for that. */
  layout: { split: boolean; turn(): void } | undefined;
  /** Whose changes come next: those of the turn, of the session, of everybody. */
  scope: { next: string; turn(): void };
  /** To the file after or before the one that is read. */
  step: ((by: 1 | -1) => void) | undefined;
  comment: (() => void) | undefined;
  /** To the message that the comments go with. */
  write: (() => void) | undefined;
}

/** What can be done with the changes on show. */
export const review: readonly Command<ReviewSubject>[] = [
  {
    id: "review.layout",
    name: "Side by side, or one below the other",
    group: "Files and changes",
    key: "V",
    offer: ({ layout }) =>
      layout && {
        label: layout.split ? "Show one below the other" : "Show side by side",
        icon: () => (layout.split ? <Rows2 /> : <Columns2 />),
        run: layout.turn,
      },
  },
  {
    id: "review.next",
    name: "Next changed file",
    group: "Files and changes",
    key: "J",
    repeats: true,
    offer: ({ step }) => step && { label: "Next file", icon: () => <ChevronDown />, run: () => step(1) },
  },
  {
    id: "review.previous",
    name: "Previous changed file",
    group: "Files and changes",
    key: "K",
    repeats: true,
    offer: ({ step }) => step && { label: "Previous file", icon: () => <ChevronUp />, run: () => step(-1) },
  },
  {
    id: "review.comment",
    name: "Comment on a changed line",
    group: "Files and changes",
    key: "C",
    offer: ({ comment }) => comment && { label: "Comment on a line", icon: () => <MessageSquarePlus />, run: comment },
  },
  {
    id: "review.scope",
    name: "Changes of the turn, of the session, not committed",
    group: "Files and changes",
    offer: ({ scope }) => ({ label: `Show changes: ${scope.next}`, icon: () => <Layers />, run: scope.turn }),
  },
  {
    id: "review.write",
    name: "Write the message that comments go with",
    group: "Files and changes",
    offer: ({ write }) =>
      write && { label: "Write it", fullLabel: "Write the message", icon: () => <TextCursorInput />, run: write },
  },
];

export interface FileSubject {
  copyPath(): void;
  /** Absent where there are no lines. */
  line: (() => void) | undefined;
}

export interface LinesSubject {
  /** Asks about the lines that are marked or selected: "line 3", "lines 3 to 9". Absent where there is none. */
  ask: { lines: string; run(): void } | undefined;
}

/** What can be done with lines of the file on show. */
export const lines: readonly Command<LinesSubject>[] = [
  {
    id: "file.ask",
    name: "Ask about lines of the file",
    group: "Files and changes",
    key: "A",
    offer: ({ ask }) => ask && { label: `Ask about ${ask.lines}`, icon: () => <MessageSquarePlus />, run: ask.run },
  },
];

/** What can be done with the file on show. */
export const file: readonly Command<FileSubject>[] = [
  {
    id: "file.copyPath",
    name: "Copy the file’s path",
    group: "Files and changes",
    offer: ({ copyPath }) => ({ label: "Copy path", icon: () => <Copy />, run: copyPath }),
  },
  {
    id: "file.line",
    name: "Go to a line of the file",
    group: "Files and changes",
    key: "L",
    offer: ({ line }) => line && { label: "Go to line", icon: () => <ListOrdered />, run: line },
  },
];
