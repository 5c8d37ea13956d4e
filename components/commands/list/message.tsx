import { Braces, ChevronsUpDown, Copy, FileDiff, GitFork, Pencil, RotateCw, Undo2 } from "../../ui/icons";
import { WORKING } from "../../ui/session-words";
import type { Command } from "../command";

/** What cannot be done is absent. */
export interface MessageSubject {
  /** Its first words. */
  note: string;
  /** The agent works: what would take messages from it has to wait. */
  working: boolean;
  copy: (() => void) | undefined;
  edit: (() => void) | undefined;
  fork: (() => void) | undefined;
  revert: (() => void) | undefined;
  /** Files that the turns from it on have changed: going back undoes that. */
  undoes: number;
  /** Shows it as the server stores it. */
  raw(): void;
}

/** What is undone is said where it is chosen. */
const undoing = (label: string, files: number) =>
  files === 0 ? label : `${label} (undoes ${files === 1 ? "1 file" : `${files} files`})`;

/** What can be done with a message of the user's. */
export const message: readonly Command<MessageSubject>[] = [
  {
    id: "message.copy",
    name: "Copy your message",
    group: "Messages",
    offer: ({ copy, note }) =>
      copy && { label: "Copy", fullLabel: "Copy your message", note, icon: () => <Copy />, run: copy },
  },
  {
    id: "message.edit",
    name: "Edit your message and send it again",
    group: "Messages",
    offer: ({ edit, note, working, undoes }) =>
      edit && {
        label: undoing("Edit and resend", undoes),
        fullLabel: undoing("Edit your message and resend it", undoes),
        note,
        icon: () => <Pencil />,
        disabled: working ? WORKING : undefined,
        run: edit,
      },
  },
  {
    id: "message.fork",
    name: "Fork the session at your message",
    group: "Messages",
    offer: ({ fork, note }) =>
      fork && { label: "Fork here", fullLabel: "Fork at your message", note, icon: () => <GitFork />, run: fork },
  },
  {
    id: "message.revert",
    name: "Revert the session to your message",
    group: "Messages",
    offer: ({ revert, note, working, undoes }) =>
      revert && {
        label: undoing("Revert to here", undoes),
        fullLabel: undoing("Revert to your message", undoes),
        note,
        icon: () => <Undo2 />,
        disabled: working ? WORKING : undefined,
        run: revert,
      },
  },
  {
    id: "message.raw",
    name: "Show your message as JSON",
    group: "Messages",
    offer: ({ raw, note }) => ({
      label: "Show as JSON",
      fullLabel: "Show your message as JSON",
      note,
      icon: () => <Braces />,
      run: raw,
    }),
  },
];

export interface AnswerSubject {
  note: string;
  copy: (() => void) | undefined;
  fork: (() => void) | undefined;
  /** Shows the files that its turn has changed. */
  review: (() => void) | undefined;
  /** Shows all of its messages as the server stores them. */
  raw(): void;
  /** Opens what it did and thought, or closes it again. */
  unfold: { isOpen: boolean; toggle(): void } | undefined;
}

/** What can be done with an answer. */
export const answer: readonly Command<AnswerSubject>[] = [
  {
    id: "answer.copy",
    name: "Copy the answer",
    group: "Messages",
    offer: ({ copy, note }) =>
      copy && { label: "Copy", fullLabel: "Copy the answer", note, icon: () => <Copy />, run: copy },
  },
  {
    id: "answer.fork",
    name: "Fork the session after the answer",
    group: "Messages",
    offer: ({ fork, note }) =>
      fork && { label: "Fork here", fullLabel: "Fork after the answer", note, icon: () => <GitFork />, run: fork },
  },
  {
    id: "answer.review",
    name: "Review what the answer has changed",
    group: "Messages",
    offer: ({ review, note }) =>
      review && {
        label: "Review changes",
        fullLabel: "Review the answer’s changes",
        note,
        icon: () => <FileDiff />,
        run: review,
      },
  },
  {
    id: "answer.raw",
    name: "Show the answer as JSON",
    group: "Messages",
    offer: ({ raw, note }) => ({
      label: "Show as JSON",
      fullLabel: "Show the answer as JSON",
      note,
      icon: () => <Braces />,
      run: raw,
    }),
  },
  {
    id: "answer.unfold",
    name: "Unfold or fold what the answer did",
    group: "Messages",
    offer: ({ unfold, note }) =>
      unfold && {
        label: unfold.isOpen ? "Fold" : "Unfold",
        fullLabel: unfold.isOpen ? "Fold what the answer did" : "Unfold what the answer did",
        note,
        icon: () => <ChevronsUpDown />,
        run: unfold.toggle,
      },
  },
];

export interface UnsentSubject {
  note: string;
  /** One of the two is under way. */
  busy: boolean;
  again(): void;
  edit(): void;
}

/** What can be done with a message that did not arrive. */
export const unsent: readonly Command<UnsentSubject>[] = [
  {
    id: "unsent.again",
    name: "Send again what was not sent",
    group: "Messages",
    offer: ({ again, note, busy }) => ({
      label: "Try again",
      fullLabel: "Try to send it again",
      note,
      icon: () => <RotateCw />,
      disabled: busy ? "It is under way" : undefined,
      run: again,
    }),
  },
  {
    id: "unsent.edit",
    name: "Edit what was not sent",
    group: "Messages",
    offer: ({ edit, note, busy }) => ({
      label: "Edit",
      fullLabel: "Edit what was not sent",
      note,
      icon: () => <Pencil />,
      disabled: busy ? "It is under way" : undefined,
      run: edit,
    }),
  },
];
