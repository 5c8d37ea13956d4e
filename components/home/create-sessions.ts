import { type Accessor, createMemo } from "solid-js";
import { type CardView, cardViews, type HistoryRow } from "../../lib/model";
import type { App } from "../app/context";
import { offersOf } from "../commands/command";
import { history } from "../commands/list/history";
import { type Archive, createArchive } from "./archive";
import { createHistoryRows, createSessionRows } from "./history-rows";
import { createSearch, type Search } from "./search";

/** All sessions as they are listed: the active ones, the history, and the search of both. */
export interface Sessions {
  cards: Accessor<CardView[]>;
  rows: Accessor<HistoryRow[]>;
  archive: Archive;
  search: Search;
}

export function createSessions(app: App): Sessions {
  const all = createSessionRows(app);
  const archive = createArchive(all);
  const cards = createMemo(() => cardViews(app.state));
  app.commands.offer(() =>
    offersOf(history, {
      archived: { count: archive.count(), on: archive.on() },
      toggleArchived: archive.toggle,
    }),
  );
  return { cards, rows: createHistoryRows(archive.rows, cards), archive, search: createSearch(app, all) };
}
