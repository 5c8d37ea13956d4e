import type { Accessor } from "solid-js";
import type { MessageId } from "../../../lib/model";
import type { FollowControl } from "./create-follow";
import type { Reach } from "./create-reach";
import type { WindowControl } from "./create-window";
import { articleOf, placeAt } from "./place";

export interface JumpOptions {
  scroller: Accessor<HTMLElement>;
  content: Accessor<HTMLElement>;
  page: WindowControl;
  follow: FollowControl;
  reach: Reach;
}

export interface Aim {
  /** Where it stands now, once its message is on the page; the message itself unless given. */
  find?(): Pick<DOMRect, "top" | "bottom"> | undefined;
  /** How far below the top of the box it is to stand, as a share of the box's height. What can be seen stays there. */
  share: number;
}

/**
 * Brings the reader to a message, wherever it is in the session.
 *
 * @returns whether it is there now: it may be gone, or another jump may have begun
 * @throws FaultError when older messages have to be fetched and cannot be
 */
export type Jump = (id: MessageId, aim?: Aim) => Promise<boolean>;

/** Pixels between the edge of the box and what was jumped to. */
const MARGIN = 8;
/** At the bottom, where the way to the latest message lies over the text. */
const FOOT = 40;

export function createJump({ scroller, content, page, follow, reach }: JumpOptions): Jump {
  return async (id, aim) => {
    if ((await reach.to(id)) !== "held" || !page.show(id)) return false;
    const article = articleOf(content(), id);
    if (!article) return false;
    const target = aim?.find?.() ?? article.getBoundingClientRect();
    const box = scroller().getBoundingClientRect();
    const isSeen = target.top >= box.top + MARGIN && target.bottom <= box.bottom - (follow.following() ? MARGIN : FOOT);
    const { scrollTop, scrollHeight, clientHeight } = scroller();
    const room = scrollHeight - clientHeight - scrollTop;
    // What was unfolded for it must not make the end run away below.
    if (aim && isSeen && !(follow.following() && room > 1)) return true;
    const wanted = aim && isSeen ? 0 : target.top - box.top - Math.max(MARGIN, (aim?.share ?? 0) * clientHeight);
    const by = Math.max(-scrollTop, Math.min(wanted, room));
    if (page.isLast() && room - by <= 1) follow.toEnd();
    else {
      const place = placeAt(scroller(), article, target.top);
      follow.hold({ ...place, offset: place.offset - by });
    }
    return true;
  };
}
