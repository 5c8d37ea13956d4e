import { type ServerId, type SessionKey, splitSessionKey } from "./ids";

/** The most cards that are shown; the rest of the sessions are history. */
export const MAX_CARDS = 10;

/** A session the user keeps at hand. Times are milliseconds since the epoch, this device's clock. */
export interface Card {
  key: SessionKey;
  pinned: boolean;
  /** When the user last had it open, or when it became a card by itself. */
  usedAt: number;
  /** The session's `updatedAt` when the user last looked at it; something newer is unread. */
  seenAt: number;
  /** The page it was asked about. */
  page?: { url: string; title: string };
}

/**
 * Sessions that were cards, and their `updatedAt` when the user last looked at them; those that left last are the last. Of
 * sessions that never were one nobody knows what the user has seen elsewhere.
 */
export type Seen = Record<SessionKey, number>;

/** The most sessions of which that is kept. */
const MAX_SEEN = 300;

/** Keeps what was seen of the cards that are not among the `next` ones; of those that are, the card says it. */
export function keepSeen(state: { cards: Card[]; seen: Seen; servers: object }, next: readonly Card[]): void {
  const kept = new Set(next.map((card) => card.key));
  for (const key of kept) delete state.seen[key];
  for (const { key, seenAt } of state.cards) {
    if (!kept.has(key) && Object.hasOwn(state.servers, splitSessionKey(key).server)) state.seen[key] = seenAt;
  }
  const keys = Object.keys(state.seen) as SessionKey[];
  for (const key of keys.slice(0, Math.max(0, keys.length - MAX_SEEN))) delete state.seen[key];
}

export function forgetSeen(seen: Seen, server: ServerId): void {
  for (const key of Object.keys(seen) as SessionKey[]) if (splitSessionKey(key).server === server) delete seen[key];
}

/**
 * The cards after `key` was used at `now`. Beyond ten, the least recently used goes that is neither pinned nor `busy`
 * (running or waiting for the user).
 */
export function useCard(
  cards: Card[],
  key: SessionKey,
  now: number,
  busy: ReadonlySet<string>,
  /** Of one that was a card before. */
  seenAt = 0,
): Card[] {
  const held = cards.find((card) => card.key === key);
  const used: Card = held ? { ...held, usedAt: now } : { key, pinned: false, usedAt: now, seenAt };
  const rest = cards.filter((card) => card.key !== key);
  return trimCards([used, ...rest], busy);
}

function trimCards(cards: Card[], busy: ReadonlySet<string>): Card[] {
  const kept = [...cards];
  while (kept.length > MAX_CARDS) {
    const spare = kept
      .slice(1)
      .filter((card) => !card.pinned && !busy.has(card.key))
      .sort((a, b) => a.usedAt - b.usedAt)[0];
    if (!spare) break;
    kept.splice(kept.indexOf(spare), 1);
  }
  return kept;
}

export function changeCard(cards: Card[], key: SessionKey, change: Partial<Omit<Card, "key">>): Card[] {
  return cards.map((card) => (card.key === key ? { ...card, ...change } : card));
}

export function removeCard(cards: Card[], key: SessionKey): Card[] {
  return cards.filter((card) => card.key !== key);
}
