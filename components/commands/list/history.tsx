import { Archive, ChevronDown, FileInput, Undo2 } from "../../ui/icons";
import type { Command } from "../command";

export interface HistorySubject {
  archived: { count: number; on: boolean };
  toggleArchived(): void;
}

/** What can be done with the history on show. */
export const history: readonly Command<HistorySubject>[] = [
  {
    id: "history.archived",
    name: "Show or hide archived sessions",
    group: "Go to",
    key: "Mod+Shift+E",
    offer: ({ archived, toggleArchived }) =>
      archived.count > 0
        ? {
            label: archived.on ? "Sessions that are not archived" : "Archived sessions",
            icon: () => <Archive />,
            run: toggleArchived,
          }
        : undefined,
  },
];

/** Shows older sessions. */
export const olderSessions: readonly Command<{ more(): void; busy: boolean }>[] = [
  {
    id: "history.more",
    name: "Show more sessions",
    group: "Go to",
    offer: ({ more, busy }) => ({
      label: "Show more",
      fullLabel: "Show more sessions",
      icon: () => <ChevronDown />,
      disabled: busy ? "They are being fetched" : undefined,
      run: more,
    }),
  },
];

export interface DeletionSubject {
  title: string;
  /** What tells it from others of the same title. */
  of: string;
  undo(): void;
}

/** Has a session back that is about to be deleted. */
export const deletion: readonly Command<DeletionSubject>[] = [
  {
    id: "deletion.undo",
    name: "Undo the deletion of a session",
    group: "General",
    offer: ({ title, of, undo }) => ({
      label: "Undo",
      fullLabel: "Undo the deletion",
      note: title,
      of,
      icon: () => <Undo2 />,
      run: undo,
    }),
  },
];

/** Makes a session of a file. */
export const importing: readonly Command<{ choose(): void; busy: boolean }>[] = [
  {
    id: "session.import",
    name: "Import a session",
    group: "General",
    offer: ({ choose, busy }) => ({
      label: "Import a session…",
      icon: () => <FileInput />,
      disabled: busy ? "One is being imported" : undefined,
      atOnce: true,
      run: choose,
    }),
  },
];
