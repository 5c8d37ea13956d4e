import type { MessageId } from "../../../lib/model";

/** How many messages are put on the page at once; as many come and go when the reader moves on. */
export const STEP = 20;
/** How many messages are on the page at the most, unless so many of them are tiny that the screen would not be filled. */
export const MOST = 3 * STEP;

/**
 * The stretch of a conversation that is on the page, told by ids because messages come and go at both ends. Without
 * `first` it begins a step before its end, without `last` it goes on to the end, whatever comes there.
 */
export interface Window {
  first?: MessageId;
  last?: MessageId;
}

/** The same in indexes: from `start` up to, not including, `end`. */
export interface Stretch {
  start: number;
  end: number;
}

/** What a window is of these messages. An id that is gone counts as not given; fewer than a step are never shown. */
export function stretchOf(ids: readonly MessageId[], { first, last }: Window): Stretch {
  const at = last === undefined ? -1 : ids.lastIndexOf(last);
  const end = at < 0 ? ids.length : at + 1;
  const from = first === undefined ? -1 : ids.indexOf(first);
  const latest = Math.max(0, end - STEP);
  const start = from >= 0 ? Math.min(from, latest) : latest;
  return { start, end: Math.max(end, Math.min(ids.length, start + STEP)) };
}

/** A stretch as it can be kept: one that reaches the end goes on doing so. */
export function windowOf(ids: readonly MessageId[], { start, end }: Stretch): Window {
  const window: Window = {};
  const first = ids[start];
  const last = end < ids.length ? ids[end - 1] : undefined;
  if (first !== undefined) window.first = first;
  if (last !== undefined) window.last = last;
  return window;
}

/** A step towards the beginning: what is now too far below goes, but nothing before index `needed`. */
export function stepUp(count: number, { start, end }: Stretch, needed: number): Stretch {
  const next = Math.max(0, start - STEP);
  return { start: next, end: Math.min(end, count, Math.max(next + MOST, needed)) };
}

/** A step towards the end: what is now too far above goes, but nothing from index `needed` on. */
export function stepDown(count: number, { start, end }: Stretch, needed: number): Stretch {
  const next = Math.min(count, end + STEP);
  return { start: Math.max(start, Math.min(next - MOST, needed)), end: next };
}

/** A message with what is said around it. */
export function around(count: number, at: number): Stretch {
  const end = Math.min(count, at + STEP);
  return { start: Math.max(0, Math.min(at - STEP, end - STEP)), end };
}

/** The newest messages. */
export function newest(count: number): Stretch {
  return { start: Math.max(0, count - STEP), end: count };
}

/**
 * What stays when messages have come at the end of a stretch and made it too long: who follows the end loses the first
 * messages, two steps stay; who reads keeps them, and what came waits below.
 */
export function afterArrival({ start, end }: Stretch, arrived: number, following: boolean): Stretch {
  if (end - start <= MOST) return { start, end };
  return following ? { start: end - 2 * STEP, end } : { start, end: end - arrived };
}

/** The ids that may be shown: nothing from `revertedFrom` on. */
export function withoutReverted(ids: readonly MessageId[], revertedFrom: MessageId | undefined): readonly MessageId[] {
  const at = revertedFrom === undefined ? -1 : ids.indexOf(revertedFrom);
  return at < 0 ? ids : ids.slice(0, at);
}
