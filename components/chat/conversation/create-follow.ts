import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";
import { afterNews, afterResize, afterScroll, type Follow, type Metrics, release, startFollow } from "./follow";
import { distanceTo, type Place, placeIn } from "./place";

export interface FollowOptions {
  scroller: Accessor<HTMLElement>;
  content: Accessor<HTMLElement>;
  /** Where to begin; the end unless given. */
  start: Place | undefined;
  /** Whether the end of what is on the page is the end of the conversation. */
  isLast: Accessor<boolean>;
  /** When the box has come to rest: where; `undefined` at the end. */
  onPlace(place: Place | undefined): void;
}

export interface FollowControl {
  following: Accessor<boolean>;
  /** A place is kept until it is let go or the reader scrolls. */
  holding: Accessor<boolean>;
  unread: Accessor<boolean>;
  /** Where the reader was when the box was last at rest, or the place that is held. */
  place: Accessor<Place | undefined>;
  toEnd(): void;
  hold(place: Place): void;
  /**
   * Holds a place, or where the reader scrolls to meanwhile, as long as more comes onto the page bit by bit.
   *
   * @returns ends it, and lets the place go
   */
  holdOn(place: Place): () => void;
  /** Lets a held place go once it is reached: a long text is put on the page bit by bit. */
  release(): void;
  /** Something has come at the end of the conversation, on the page or not. */
  news(): void;
  /** Runs a change of what is on the page, and keeps what is read where it is. */
  keep(change: () => void): void;
}

/**
 * Frames. A place let go after two, whatever they brought, was lost in 1 of 15 searches of a text of a megabyte, and after three
 * without a change in none of 40 [Chromium 156].
 */
const STILL = 3;

/** Keeps a scrolled conversation at its end while the reader is there, and still while they are not. */
export function createFollow(options: FollowOptions): FollowControl {
  const [follow, setFollow] = createSignal<Follow>(startFollow(options.start ? "held" : "end"));
  const [place, setPlace] = createSignal(options.start);
  let mayGo = false;
  let isResting = false;
  /** Of what comes onto the page, how much has not all come: no place is let go until then. */
  let coming = 0;
  const measure = (): Metrics => {
    const { scrollTop, scrollHeight, clientHeight } = options.scroller();
    return { top: scrollTop, height: scrollHeight, view: clientHeight };
  };

  /** Scrolls by so much. Browsers round and clamp: what counts is where it went. */
  function move(by: number): void {
    const scroller = options.scroller();
    if (Math.abs(by) >= 0.5) scroller.scrollTop += by;
    setFollow({ ...follow(), top: scroller.scrollTop });
  }

  function settle(): void {
    const { follow: next, top } = afterResize(follow(), measure(), options.isLast());
    const hasArrived = follow().mode === "read" && next.mode === "end";
    setFollow(next);
    if (hasArrived) arrive(undefined);
    if (top !== undefined) move(top - options.scroller().scrollTop);
    const held = place();
    if (next.mode !== "held" || !held) return;
    const [scroller, content] = [options.scroller(), options.content()];
    const distance = distanceTo(scroller, content, held);
    // Until so much of a long text is on the page, the message's beginning stands for it.
    const start = { messageId: held.messageId, offset: 0 };
    move(distance ?? distanceTo(scroller, content, start) ?? 0);
    if (mayGo && distance !== undefined && !isResting) releaseAtRest(held);
  }

  /**
   * Lets a held place go when it is where it was, in a page that has been still for some frames. Until then the browser's
   * own anchoring has to stay off: it may hold on to what stands below the place, and push that out of sight.
   */
  function releaseAtRest(held: Place): void {
    const scroller = options.scroller();
    const isDue = () => mayGo && follow().mode === "held" && place() === held && scroller.isConnected;
    let [{ scrollTop, scrollHeight }, still] = [scroller, 0];
    isResting = true;
    const look = () => {
      const goesOn = isDue();
      isResting = goesOn;
      settle();
      if (!goesOn) return;
      const isStill = scroller.scrollTop === scrollTop && scroller.scrollHeight === scrollHeight;
      ({ scrollTop, scrollHeight } = scroller);
      still = isStill ? still + 1 : 0;
      if (still < STILL) return void requestAnimationFrame(look);
      isResting = false;
      if (Math.abs(distanceTo(scroller, options.content(), held) ?? Number.POSITIVE_INFINITY) >= 1) return;
      setFollow(release(follow()));
      options.onPlace(held);
    };
    requestAnimationFrame(look);
  }

  function hold(at: Place): void {
    mayGo = false;
    setFollow({ ...follow(), mode: "held" });
    // Whoever waits for a place finds it held.
    setPlace(at);
    settle();
  }

  function letGo(): void {
    if (coming > 0) return;
    mayGo = true;
    settle();
  }

  function arrive(at: Place | undefined): void {
    setPlace(at);
    options.onPlace(at);
  }

  onMount(() => {
    const scroller = options.scroller();
    const onScroll = () => {
      const { mode } = follow();
      setFollow(afterScroll(follow(), measure(), options.isLast()));
      const hasLeft = coming > 0 && mode === "held" && follow().mode === "read";
      const at = hasLeft && placeIn(scroller, options.content());
      if (at) hold(at);
    };
    const onScrollEnd = () => {
      const { mode } = follow();
      if (mode !== "held" && scroller.isConnected)
        arrive(mode === "end" ? undefined : placeIn(scroller, options.content()));
    };
    // What came into view has got its height, or lines break elsewhere: what is read may stand elsewhere without any move.
    const onSettled = () => {
      if (follow().mode !== "read" || !scroller.isConnected) return;
      const at = placeIn(scroller, options.content());
      if (at) arrive(at);
    };
    const onResize = () => {
      settle();
      if (follow().mode === "read") requestAnimationFrame(onSettled);
    };
    const resized = new ResizeObserver(onResize);
    resized.observe(scroller);
    resized.observe(options.content());
    // Before the frame in which it is painted: scrolled after its layout, the page would need a second frame to hear of it.
    const changed = new MutationObserver(() => {
      if (follow().mode !== "end") return;
      // The reader may have scrolled since the last frame, and the browser not told it yet.
      onScroll();
      if (follow().mode === "end") settle();
    });
    changed.observe(options.content(), { childList: true, characterData: true, subtree: true });
    scroller.addEventListener("scroll", onScroll, { passive: true });
    scroller.addEventListener("scrollend", onScrollEnd);
    onCleanup(() => {
      resized.disconnect();
      changed.disconnect();
      scroller.removeEventListener("scroll", onScroll);
      scroller.removeEventListener("scrollend", onScrollEnd);
    });
  });

  return {
    following: () => follow().mode === "end",
    holding: () => follow().mode === "held",
    unread: () => follow().unread,
    place,
    toEnd() {
      setFollow({ ...follow(), mode: "end", unread: false });
      settle();
      arrive(undefined);
    },
    hold,
    holdOn(at) {
      coming++;
      hold(at);
      let hasEnded = false;
      return () => {
        if (hasEnded) return;
        hasEnded = true;
        coming--;
        letGo();
      };
    },
    release: letGo,
    news() {
      setFollow(afterNews(follow()));
    },
    keep(change) {
      const scroller = options.scroller();
      const read = placeIn(scroller, options.content());
      // The browser's own anchoring does nothing at the very top and would count twice elsewhere.
      scroller.style.overflowAnchor = "none";
      change();
      move((read && distanceTo(scroller, options.content(), read)) ?? 0);
      scroller.style.overflowAnchor = "";
    },
  };
}
