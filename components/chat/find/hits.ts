import type { Hit } from "../../../lib/find/find";
import type { MessageId } from "../../../lib/model";

/** One place where what is looked for stands: the `nth` of a piece, from 0. */
export interface Spot {
  messageId: MessageId;
  pieceId: string;
  nth: number;
}

/** Where a spot is on the page. */
export interface Place extends Spot {
  /** In a text too long to be there as a whole, `nth` counts from this offset of it. */
  from?: number;
}

/** What is known with a page of newer knowledge about the messages it has hits in, and those it covers, in order. */
export function merged(known: readonly Hit[], page: readonly Hit[], covers: (id: MessageId) => boolean): Hit[] {
  const fresh = new Set(page.map((hit) => hit.messageId));
  const kept = known.filter(({ messageId }) => !fresh.has(messageId) && !covers(messageId));
  return [...page, ...kept].sort((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)));
}

export function totalOf(hits: readonly Hit[]): number {
  return hits.reduce((sum, hit) => sum + hit.count, 0);
}

/** The number of a spot among all, from 1 on; 0 when it is not there (any more). */
export function numberOf(hits: readonly Hit[], spot: Spot | undefined): number {
  let before = 0;
  for (const { pieceId, count } of hits) {
    if (spot && pieceId === spot.pieceId) return before + Math.min(spot.nth + 1, count);
    before += count;
  }
  return 0;
}

/** The spot of a number. */
export function spotAt(hits: readonly Hit[], number: number): Spot | undefined {
  let left = number - 1;
  for (const { messageId, pieceId, count } of hits) {
    if (left < count) return left < 0 ? undefined : { messageId, pieceId, nth: left };
    left -= count;
  }
  return undefined;
}

/** The next spot or the one before, around the ends; the newest one when there is none to go from. */
export function stepped(hits: readonly Hit[], from: Spot | undefined, by: 1 | -1): Spot | undefined {
  const total = totalOf(hits);
  const number = numberOf(hits, from);
  return spotAt(hits, number === 0 ? total : ((number - 1 + by + total) % total) + 1);
}

/** The last spot in messages up to that order: the one nearest to who reads there. */
export function lastUpTo(hits: readonly Hit[], order: string): Spot | undefined {
  return spotAt(hits, totalOf(hits.filter((hit) => hit.order <= order)));
}
