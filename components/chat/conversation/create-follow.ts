import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";
import { afterResize, afterScroll, type Follow, fromEnd, type Metrics, release, startFollow } from "./follow";

export interface FollowOptions {
  scroller: Accessor<HTMLElement>;
  content: Accessor<HTMLElement>;
  /** Distance from the end to begin with, px. */
  start: number;
  /** When the box has come to rest: the distance from the end, 0 while following. */
  onPlace(fromEnd: number): void;
  /** The content is too short for the distance that is to be held: more of it is wanted. */
  onShort(): void;
}

export interface FollowControl {
  following: Accessor<boolean>;
  unread: Accessor<boolean>;
  toEnd(): void;
  /** Ends holding a restored place, as soon as it is reached. */
  release(): void;
  /** Runs a change that puts content above what is read, and keeps that where it is. */
  growAbove(change: () => void): void;
}

/** Keeps a scrolled conversation at its end while the reader is there, and still while they are not. */
export function createFollow(options: FollowOptions): FollowControl {
  const [follow, setFollow] = createSignal<Follow>(startFollow(options.start));
  const measure = (): Metrics => {
    const { scrollTop, scrollHeight, clientHeight } = options.scroller();
    return { top: scrollTop, height: scrollHeight, view: clientHeight };
  };

  let released = false;
  function settle(): void {
    const box = measure();
    const { follow: next, top } = afterResize(follow(), box);
    // Too short for the place: it is still being filled, and held until it is there or the reader scrolls.
    const reached = !next.end || box.height - box.view >= next.end;
    if (!reached) options.onShort();
    setFollow(next);
    if (top === undefined) return;
    options.scroller().scrollTop = top;
    // Browsers round and clamp: what counts is where it went.
    const settled = { ...next, top: options.scroller().scrollTop };
    setFollow(released && reached ? release(settled) : settled);
  }

  onMount(() => {
    const scroller = options.scroller();
    let kept = options.start;
    const onScroll = () => setFollow(afterScroll(follow(), measure()));
    const onScrollEnd = () => {
      const place = follow().end ?? Math.round(fromEnd(measure()));
      if (place === kept) return;
      kept = place;
      options.onPlace(place);
    };
    const resized = new ResizeObserver(settle);
    resized.observe(scroller);
    resized.observe(options.content());
    scroller.addEventListener("scroll", onScroll, { passive: true });
    scroller.addEventListener("scrollend", onScrollEnd);
    onCleanup(() => {
      resized.disconnect();
      scroller.removeEventListener("scroll", onScroll);
      scroller.removeEventListener("scrollend", onScrollEnd);
    });
  });

  return {
    following: () => follow().end === 0,
    unread: () => follow().unread,
    toEnd() {
      setFollow({ ...follow(), end: 0, unread: false });
      settle();
      options.onPlace(0);
    },
    release() {
      released = true;
      settle();
    },
    growAbove(change) {
      const scroller = options.scroller();
      const distance = fromEnd(measure());
      // The browser's own anchoring does nothing at the very top and would count twice elsewhere.
      scroller.style.overflowAnchor = "none";
      change();
      const { height, view } = measure();
      scroller.scrollTop = Math.max(0, height - view - distance);
      setFollow({ ...follow(), top: scroller.scrollTop, height });
      scroller.style.overflowAnchor = "";
    },
  };
}
