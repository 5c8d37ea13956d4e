import { type Accessor, createMemo } from "solid-js";
import { unwrap } from "solid-js/store";
import { type CardView, type HistoryRow, sessionKey } from "../../lib/model";
import type { App } from "../app/context";

/**
 * Every held root session, archived or not, newest first. Thousands cost one subscription a server: the reducer replaces a session that
 * changes, which the table of sessions tells; a snapshot changes sessions in place, and after each the link changes.
 * The rows are therefore plain data; `liveRow` gives the store's own.
 */
export function createSessionRows(app: Pick<App, "state" | "link">): Accessor<HistoryRow[]> {
  return createMemo(() => {
    app.link();
    const rows: HistoryRow[] = [];
    const deleted = new Set(app.state.deletions.map((deletion) => deletion.key));
    for (const server of Object.values(app.state.servers)) {
      Reflect.ownKeys(server.sessions);
      for (const session of Object.values(unwrap(server).sessions)) {
        const key = sessionKey(unwrap(server).id, session.id);
        if (!session.parentId && !deleted.has(key)) rows.push({ key, server, session });
      }
    }
    return rows.sort((a, b) => b.session.updatedAt - a.session.updatedAt);
  });
}

/** The rows that are not cards, down to where each server's list is complete. */
export function createHistoryRows(all: Accessor<HistoryRow[]>, cards: Accessor<CardView[]>): Accessor<HistoryRow[]> {
  const cardKeys = createMemo(() => cards().map((view) => view.key), undefined, {
    equals: (a, b) => a.length === b.length && a.every((key) => b.includes(key)),
  });
  return createMemo(() => {
    const shown = new Set(cardKeys());
    const floors = new Map<HistoryRow["server"], number>();
    for (const { server } of all()) if (!floors.has(server)) floors.set(server, server.history.floor);
    return all().filter((row) => !shown.has(row.key) && row.session.updatedAt >= (floors.get(row.server) ?? 0));
  });
}

/** A row whose session is read from the store, so that what shows it follows each of its fields. */
export function liveRow(row: HistoryRow): HistoryRow {
  return { ...row, session: row.server.sessions[row.session.id] ?? row.session };
}
