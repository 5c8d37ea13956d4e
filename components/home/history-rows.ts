import { type Accessor, createMemo } from "solid-js";
import { unwrap } from "solid-js/store";
import { type CardView, type HistoryRow, type State, sessionKey } from "../../lib/model";

interface Stamped extends HistoryRow {
  updatedAt: number;
}

/**
 * `historyRows` of lib/model for a panel that holds many sessions: the order is made anew only when a session changes,
 * not with every line of a running one, and only what the order depends on is watched.
 */
export function createHistoryRows(state: State, cards: Accessor<CardView[]>): Accessor<HistoryRow[]> {
  const sorted = createMemo(() => sortedRows(state));
  const cardKeys = createMemo(() => cards().map((view) => view.key), undefined, {
    equals: (a, b) => a.length === b.length && a.every((key) => b.includes(key)),
  });
  return createMemo(() => {
    const shown = new Set(cardKeys());
    return sorted().filter((row) => !shown.has(row.key));
  });
}

/** Root sessions, newest first, down to where each server's list is complete. */
export function sortedRows(state: State): HistoryRow[] {
  const rows: Stamped[] = [];
  for (const server of Object.values(state.servers)) {
    const { floor } = server.history;
    for (const session of Object.values(server.sessions)) {
      // A session's parent never changes: not worth a subscription for each of thousands.
      if (unwrap(session).parentId || session.archivedAt || session.updatedAt < floor) continue;
      const { id, updatedAt } = unwrap(session);
      rows.push({ key: sessionKey(unwrap(server).id, id), server, session, updatedAt });
    }
  }
  return rows.sort((a, b) => b.updatedAt - a.updatedAt);
}
