/** A scrolled box, in px: how far it is scrolled, how high its content and how high it is itself. */
export interface Metrics {
  top: number;
  height: number;
  view: number;
}

/**
 * How a conversation is scrolled. `end`: its end is followed. `held`: a place is kept where it is while content comes.
 * `read`: the reader reads, and nothing we do moves the page.
 */
export interface Follow {
  mode: "end" | "held" | "read";
  /** Where the box was when last looked at. */
  top: number;
  /** Something came at the end while the reader was elsewhere. */
  unread: boolean;
}

/** As near to the end as counts as the end when the reader comes down to it, in px. */
const NEAR = 24;

export function startFollow(mode: "end" | "held"): Follow {
  return { mode, top: 0, unread: false };
}

export function fromEnd(box: Metrics): number {
  return Math.max(0, box.height - box.view - box.top);
}

/**
 * After the box was scrolled, by whomever. Only a move upwards by the reader ends following: content that grows between
 * two frames also increases the distance, without any move. A box clamped because its content shrank is still at its end.
 *
 * @param isLast the box has the end of the conversation in it, not only the end of what is on the page
 */
export function afterScroll(follow: Follow, box: Metrics, isLast = true): Follow {
  const distance = fromEnd(box);
  const moved = box.top - follow.top;
  const next: Follow = { ...follow, top: box.top };
  if (Math.abs(moved) < 1) return next;
  // Clamped: what came into view turned out lower than it was thought to be. That was nobody's move.
  if (follow.mode === "held" && moved < 0 && distance <= 1) return next;
  const atEnd = isLast && (moved < 0 ? distance <= 1 : distance <= NEAR);
  if (atEnd) return { ...next, mode: "end", unread: false };
  // A move down while following is our own, or the reader's on the way back: neither ends it.
  return moved < 0 || follow.mode !== "end" ? { ...next, mode: "read" } : next;
}

/**
 * After content or box changed their size: where to scroll to, if the end is followed. A reader before whom the end has come into
 * sight by that is at the end.
 */
export function afterResize(follow: Follow, box: Metrics, isLast = true): { follow: Follow; top?: number } {
  if (follow.mode === "read" && isLast && fromEnd(box) <= 1)
    return { follow: { mode: "end", top: box.top, unread: false } };
  if (follow.mode !== "end") return { follow: { ...follow, top: box.top } };
  const top = Math.max(0, box.height - box.view);
  return { follow: { ...follow, top }, top };
}

/** Something has come at the end: unread, unless that is followed. */
export function afterNews(follow: Follow): Follow {
  return follow.mode === "end" || follow.unread ? follow : { ...follow, unread: true };
}

/** A held place is let go: from here on the browser keeps what is read where it is. */
export function release(follow: Follow): Follow {
  return follow.mode === "held" ? { ...follow, mode: "read" } : follow;
}
