import { type CardView, type SessionKey, type State, unreadRows } from "../../lib/model";

type Cards = readonly Pick<CardView, "key" | "state">[];

/** The card before or after the open session, round about; from elsewhere the last or the first. */
export function besides(cards: Cards, open: SessionKey | undefined, by: 1 | -1): SessionKey | undefined {
  const at = cards.findIndex(({ key }) => key === open);
  if (at < 0) return cards.at(by === 1 ? 0 : -1)?.key;
  const { key } = cards[(at + by + cards.length) % cards.length] ?? {};
  return key === open ? undefined : key;
}

/** The next card after the open one, round about, that `isSought`. */
function nextOf<C extends Pick<CardView, "key">>(
  cards: readonly C[],
  open: SessionKey | undefined,
  isSought: (card: C) => boolean,
): SessionKey | undefined {
  const at = cards.findIndex(({ key }) => key === open);
  const others = [...cards.slice(at + 1), ...cards.slice(0, Math.max(0, at))];
  return others.find(isSought)?.key;
}

/** The next card that waits for the user, after the open one. */
export function waitingNext(cards: Cards, open: SessionKey | undefined): SessionKey | undefined {
  return nextOf(cards, open, ({ state }) => state === "waiting");
}

/** The next card with something that the user has not seen, after the open one. */
export function unreadNext(
  cards: readonly Pick<CardView, "key" | "unread">[],
  open: SessionKey | undefined,
): SessionKey | undefined {
  return nextOf(cards, open, ({ unread }) => unread);
}

/** The newest session below the cards with such a thing. */
export function unreadPast(state: State, open: SessionKey | undefined): SessionKey | undefined {
  return unreadRows(state).find(({ key }) => key !== open)?.key;
}
