import { type Card, forgetSeen, keepSeen, type Seen } from "./cards";
import type { ServerEvent } from "./events";
import type { Fault } from "./fault";
import type { ServerId, SessionKey } from "./ids";
import type { OutboxEntry } from "./prompt";
import { reduce } from "./reducer";
import { emptyServer, type Server, type ServerProfile } from "./server";

/** Something the user should know that belongs to no server: repaired or full storage, a context that was cut. */
export interface Notice {
  id: string;
  tone: "info" | "warning";
  text: string;
}

/** A session that the user has deleted, and that goes at its server when the time to take that back is over. */
export interface Deletion {
  key: SessionKey;
  /** As it was called then: what the user is told. */
  title: string;
  /** Milliseconds since the epoch, this device's clock. */
  dueAt: number;
}

/**
 * The first-run search for a server on this machine. `found`: one answers that cannot simply be connected to; `fault` says
 * why (a password is wanted, its version is not spoken).
 */
export type Discovery =
  | { status: "off" }
  | { status: "looking"; url: string }
  | { status: "found"; url: string; fault: Fault };

/** All that the background knows and the panel shows. */
export interface State {
  servers: Record<ServerId, Server>;
  cards: Card[];
  seen: Seen;
  outbox: OutboxEntry[];
  deletions: Deletion[];
  notices: Notice[];
  discovery: Discovery;
}

export type StateEvent =
  | { type: "server"; server: ServerId; event: ServerEvent }
  | { type: "server.added"; profile: ServerProfile }
  | { type: "server.removed"; server: ServerId }
  | { type: "cards.replaced"; cards: Card[] }
  | { type: "seen.replaced"; seen: Seen }
  | { type: "outbox.replaced"; outbox: OutboxEntry[] }
  | { type: "deletions.replaced"; deletions: Deletion[] }
  | { type: "notices.replaced"; notices: Notice[] }
  | { type: "discovery.changed"; discovery: Discovery };

export function emptyState(): State {
  return { servers: {}, cards: [], seen: {}, outbox: [], deletions: [], notices: [], discovery: { status: "off" } };
}

/** `reduce` for the whole state, with the same contract. */
export function reduceState(state: State, event: StateEvent): State {
  switch (event.type) {
    case "server": {
      const server = state.servers[event.server];
      if (server) reduce(server, event.event);
      break;
    }
    case "server.added":
      state.servers[event.profile.id] ??= emptyServer(event.profile);
      break;
    case "server.removed":
      delete state.servers[event.server];
      forgetSeen(state.seen, event.server);
      break;
    case "cards.replaced":
      keepSeen(state, event.cards);
      state.cards = event.cards;
      break;
    case "seen.replaced":
      state.seen = event.seen;
      break;
    case "outbox.replaced":
      state.outbox = event.outbox;
      break;
    case "deletions.replaced":
      state.deletions = event.deletions;
      break;
    case "notices.replaced":
      state.notices = event.notices;
      break;
    case "discovery.changed":
      state.discovery = event.discovery;
      break;
  }
  return state;
}
