import { type Card, MAX_CARDS } from "./cards";
import { requestsOf, rootOf } from "./families";
import { type SessionKey, sessionKey, splitSessionKey } from "./ids";
import type { Request } from "./request";
import { isRunning, type Server } from "./server";
import type { Activity, Session } from "./session";
import type { State } from "./state";

/** What a card tells by its mark. `waiting`: for the user. */
export type CardState = "idle" | "working" | "waiting" | "failed";

/** A card as it is shown: everything derived, nothing stored. */
export interface CardView {
  key: SessionKey;
  server: Server;
  session: Session;
  state: CardState;
  pinned: boolean;
  unread: boolean;
  activity: Activity | undefined;
  /** Lines changed, as far as is known. */
  changes: { additions: number; deletions: number };
  /** The oldest request that waits, of the session or of one of its subagents. */
  request: Request | undefined;
  page: Card["page"];
}

export function findSession(state: State, key: SessionKey): { server: Server; session: Session } | undefined {
  const id = splitSessionKey(key);
  const server = state.servers[id.server];
  const session = server?.sessions[id.session];
  return server && session ? { server, session } : undefined;
}

/** Whether the user has deleted a session that is still at its server: it is shown nowhere, but can be had back. */
export function isDeleted(state: Pick<State, "deletions">, key: SessionKey): boolean {
  return state.deletions.some((deletion) => deletion.key === key);
}

export function stateOf(server: Server, sessionId: string): CardState {
  if (requestsOf(server, sessionId).length > 0) return "waiting";
  if (isRunning(server, sessionId)) return "working";
  return server.activities[sessionId]?.kind === "error" ? "failed" : "idle";
}

/** A session as its card shows it, whether or not it has one. */
export function viewOf(state: State, found: { server: Server; session: Session }): CardView {
  const key = sessionKey(found.server.id, found.session.id);
  return viewFrom(
    found,
    state.cards.find((card) => card.key === key),
  );
}

/**
 * Whether a session that is no card on show has something that the user has not seen, as far as that is known: of one that
 * was a card.
 */
export function isUnread(state: Pick<State, "cards" | "seen">, { key, server, session }: HistoryRow): boolean {
  const seenAt = state.cards.find((card) => card.key === key)?.seenAt ?? state.seen[key];
  return seenAt !== undefined && session.updatedAt > seenAt && !isRunning(server, session.id);
}

/** Of the sessions that are no cards on show and in no archive, those that are unread, newest first. */
export function unreadRows(state: State): HistoryRow[] {
  const cards = new Set(cardViews(state).map((view) => view.key));
  const rows = ([...state.cards.map((card) => card.key), ...Object.keys(state.seen)] as SessionKey[]).flatMap((key) => {
    const found = cards.has(key) || isDeleted(state, key) ? undefined : findSession(state, key);
    return found && !found.session.archivedAt ? [{ key, ...found }] : [];
  });
  return rows.filter((row) => isUnread(state, row)).sort((a, b) => b.session.updatedAt - a.session.updatedAt);
}

function viewFrom({ server, session }: { server: Server; session: Session }, card: Card | undefined): CardView {
  const state = stateOf(server, session.id);
  return {
    key: sessionKey(server.id, session.id),
    server,
    session,
    state,
    pinned: card?.pinned ?? false,
    unread: state !== "working" && session.updatedAt > (card?.seenAt ?? 0),
    activity: server.activities[session.id],
    changes: changesOf(session, server.activities[session.id]),
    request: requestsOf(server, session.id)[0],
    page: card?.page,
  };
}

const RANK: Record<CardState, number> = { waiting: 0, working: 1, failed: 2, idle: 3 };

/** Root sessions that run or wait for the user. */
export function busySessions(state: State): Set<SessionKey> {
  const busy = new Set<SessionKey>();
  for (const server of Object.values(state.servers)) {
    for (const [id, status] of Object.entries(server.statuses)) {
      if (status.type !== "idle") busy.add(sessionKey(server.id, rootOf(server, id)));
    }
    for (const request of Object.values(server.requests)) {
      busy.add(sessionKey(server.id, rootOf(server, request.sessionId)));
    }
  }
  return busy;
}

/**
 * The active cards: what the user keeps plus whatever runs or waits, at most ten unless more than ten wait for the user:
 * nothing waits unseen. What needs the user sorts first, then by last use.
 */
export function cardViews(state: State): CardView[] {
  const kept = new Map(state.cards.map((card) => [card.key, card]));
  const keys = new Set<SessionKey>([...kept.keys(), ...busySessions(state)]);
  const views: (CardView & { at: number })[] = [];
  for (const key of keys) {
    const found = findSession(state, key);
    if (!found || isDeleted(state, key)) continue;
    const card = kept.get(key);
    views.push({ ...viewFrom(found, card), at: Math.max(card?.usedAt ?? 0, found.session.updatedAt) });
  }
  views.sort((a, b) => {
    const waiting = Number(b.state === "waiting") - Number(a.state === "waiting");
    return waiting || Number(b.pinned) - Number(a.pinned) || b.at - a.at;
  });
  if (views.length <= MAX_CARDS) return views;
  const most = Math.max(MAX_CARDS, views.filter((view) => view.state === "waiting").length);
  const chosen = new Set([...views].sort((a, b) => RANK[a.state] - RANK[b.state] || b.at - a.at).slice(0, most));
  return views.filter((view) => chosen.has(view));
}

function changesOf(session: Session, activity: Activity | undefined): CardView["changes"] {
  const own = session.changes;
  const isCounted = own !== undefined && own.additions + own.deletions > 0;
  return (isCounted ? own : activity?.changes) ?? { additions: 0, deletions: 0 };
}

/** A session in the history, with its server. */
export interface HistoryRow {
  key: SessionKey;
  server: Server;
  session: Session;
}

/** Root sessions that are not cards, newest first, down to where every connected server's list is complete. */
export function historyRows(state: State): HistoryRow[] {
  const cards = new Set(cardViews(state).map((view) => view.key));
  const rows: HistoryRow[] = [];
  for (const server of Object.values(state.servers)) {
    for (const session of Object.values(server.sessions)) {
      if (session.parentId || session.archivedAt || session.updatedAt < server.history.floor) continue;
      const key = sessionKey(server.id, session.id);
      if (!cards.has(key) && !isDeleted(state, key)) rows.push({ key, server, session });
    }
  }
  return rows.sort((a, b) => b.session.updatedAt - a.session.updatedAt);
}

/** A folder's own name, which is what people call a project. */
export function folderName(directory: string): string {
  return directory.split(/[\\/]/).filter(Boolean).at(-1) ?? directory;
}
