import type { SessionKey } from "./ids";

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
 * The cards after `key` was used at `now`. Beyond ten, the least recently used goes that is neither pinned nor `busy`
 * (running or waiting for the user).
 */
export function useCard(cards: Card[], key: SessionKey, now: number, busy: ReadonlySet<string>): Card[] {
  const held = cards.find((card) => card.key === key);
  const used: Card = held ? { ...held, usedAt: now } : { key, pinned: false, usedAt: now, seenAt: 0 };
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
