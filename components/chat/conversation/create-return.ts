import { type Accessor, createEffect, on } from "solid-js";
import type { MessageId } from "../../../lib/model";
import type { FollowControl } from "./create-follow";
import type { Reach } from "./create-reach";
import type { WindowControl } from "./create-window";
import type { Place } from "./place";

export interface ReturnOptions {
  ids: Accessor<readonly MessageId[]>;
  /** Whether what is held is what the server has now. */
  live: Accessor<boolean>;
  page: WindowControl;
  follow: FollowControl;
  reach: Reach;
}

/**
 * Brings the reader back to their place when they open a conversation again, and when what they read was let go of
 * meanwhile because the background began anew: it is held until it is there as the server has it.
 */
export function createReturn({ ids, live, page, follow, reach }: ReturnOptions): void {
  async function fetchUpTo(place: Place): Promise<void> {
    // What went wrong shows as the connection's state, and a new connection brings the next try.
    const found = await reach.to(place.messageId).catch(() => "stopped");
    if (found === "missing" && follow.holding()) {
      page.toEnd();
      follow.toEnd();
    }
  }

  createEffect(
    on([follow.place, ids, live], ([place, all, isLive]) => {
      if (!place) return;
      const isHeld = all.includes(place.messageId);
      if (!isHeld) follow.hold(place);
      if (!follow.holding()) return;
      if (isHeld) {
        page.show(place.messageId);
        follow.hold(place);
        if (isLive) requestAnimationFrame(() => requestAnimationFrame(follow.release));
      } else if (isLive && !reach.busy()) {
        void fetchUpTo(place);
      }
    }),
  );
}
