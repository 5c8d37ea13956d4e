/** A scrolled box, in px: how far it is scrolled, how high its content and how high it is itself. */
export interface Metrics {
  top: number;
  height: number;
  view: number;
}

/**
 * How a conversation is scrolled. `end` > 0 or 0: that distance from the end is held while content changes (0: following
 * the answer); `undefined`: the reader reads, and nothing we do moves the page.
 */
export interface Follow {
  end: number | undefined;
  /** Where the box was when last looked at. */
  top: number;
  height: number;
  /** Something came at the end while the reader was elsewhere. */
  unread: boolean;
}

/** As near to the end as counts as the end when the reader comes down to it, in px. */
const NEAR = 24;

export function startFollow(end: number): Follow {
  return { end, top: 0, height: 0, unread: false };
}

export function fromEnd(box: Metrics): number {
  return Math.max(0, box.height - box.view - box.top);
}

/**
 * After the box was scrolled, by whomever. Only a move upwards by the reader ends following: content that grows between
 * two frames also increases the distance, without any move. A box clamped because its content shrank is still at its end.
 */
export function afterScroll(follow: Follow, box: Metrics): Follow {
  const distance = fromEnd(box);
  const moved = box.top - follow.top;
  const next = { ...follow, top: box.top, height: box.height };
  if (Math.abs(moved) < 1) return next;
  const atEnd = moved < 0 ? distance <= 1 : distance <= NEAR;
  if (atEnd) return { ...next, end: 0, unread: false };
  // A move down while following is our own, or the reader's on the way back: neither ends it.
  return moved < 0 || follow.end !== 0 ? { ...next, end: undefined } : next;
}

/** After content or box changed their size: where to scroll to, if the end or a distance from it is held. */
export function afterResize(follow: Follow, box: Metrics): { follow: Follow; top?: number } {
  const grew = box.height > follow.height + 1;
  if (follow.end === undefined) {
    return { follow: { ...follow, top: box.top, height: box.height, unread: follow.unread || grew } };
  }
  const top = Math.max(0, box.height - box.view - follow.end);
  return { follow: { ...follow, top, height: box.height }, top };
}

/** The held distance is let go: from here on the browser keeps the place of what is read. */
export function release(follow: Follow): Follow {
  return follow.end ? { ...follow, end: undefined } : follow;
}
