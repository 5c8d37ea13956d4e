import { Archive } from "../../ui/icons";
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
