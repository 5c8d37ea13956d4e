import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from "solid-js";
import { patternOf } from "../../../lib/find/pattern";
import { type Fault, isGrowing, toFault } from "../../../lib/model";
import { useApp } from "../../app/context";
import { useChat } from "../chat-context";
import type { Jump } from "../conversation/create-jump";
import { lastSeen } from "../conversation/place";
import { createFind } from "./create-find";
import { boxOf, createMarks, isComing, rangeOf, rangesOf, standsIn } from "./create-marks";
import { FindBar } from "./FindBar";
import "./find.css";
import type { Place, Spot } from "./hits";
import { locate } from "./locate";
import { rectOf, uncover } from "./ranges";

export interface FindProps {
  scroller: HTMLElement;
  content: HTMLElement;
  /** The reader is somewhere in the middle. */
  reading: boolean;
  jump: Jump;
}

/** How far down the view what is found comes to stand: with some of what was said before. */
const SHARE = 0.3;

/** The search of the session on show. It lives while it is open. */
export function Find(props: FindProps) {
  const app = useApp();
  const chat = useChat();
  const before = document.activeElement;
  const { top } = props.scroller.getBoundingClientRect();
  const sought = chat.find.takeSought();
  let input: HTMLInputElement | undefined;
  const [fault, setFault] = createSignal<Fault>();
  const [place, setPlace] = createSignal<Place>();
  /** Pixels that the bar takes from the conversation. */
  let height = 0;

  // What is read stays where it is on the screen while the bar comes and goes above it.
  onMount(() => {
    height = props.scroller.getBoundingClientRect().top - top;
    if (props.reading) props.scroller.scrollTop += height;
  });

  function reach(at: Place): Promise<boolean> {
    return props.jump(at.messageId, {
      share: SHARE,
      find() {
        const sought = pattern();
        const range = sought && rangeOf(props.content, at, sought);
        if (range) uncover(range, props.content);
        return range ? rectOf(range) : boxOf(props.content, at)?.getBoundingClientRect();
      },
    });
  }

  async function show(spot: Spot): Promise<void> {
    const isCurrent = () => find.spot() === spot;
    const { content } = props;
    setPlace(spot);
    // What is folded, or not on the page at all: only then it is known whether it is there as a whole.
    if (standsIn(content, spot) === "nothing") {
      chat.find.reveal({ pieceId: spot.pieceId });
      await reach(spot);
    }
    const part = chat.transcript().parts[spot.pieceId];
    const isInStretch = part && isGrowing(part) && standsIn(content, spot) === "stretches";
    const at: Place = isInStretch ? await locate(spot, part.text, find.query(), find.totalIn(spot.pieceId)) : spot;
    if (!isCurrent()) return;
    setPlace(at);
    chat.find.reveal({ pieceId: at.pieceId, from: at.from });
    await reach(at);
    // A long text comes onto the page bit by bit.
    const sought = pattern();
    const isThere = () => !sought || rangesOf(content, at, sought).length > at.nth;
    if (!isComing(content, at) || isThere()) return;
    while (isCurrent() && isComing(content, at) && !isThere()) await new Promise(requestAnimationFrame);
    if (isCurrent()) await reach(at);
  }

  /** A next one may be asked for before the first is reached: it ends the way to that. */
  async function go(spot: Spot): Promise<void> {
    setFault(undefined);
    try {
      await show(spot);
    } catch (error) {
      setFault(toFault(error));
    }
  }

  const find = createFind({
    search: (query, olderCursor) =>
      app.background.findInSession(chat.key, query, ...(olderCursor === undefined ? [] : [olderCursor])),
    transcript: chat.transcript,
    revertedFrom: () => chat.session().revertedFrom,
    version: createMemo(() => `${chat.transcript().messageIds.at(-1)} ${chat.transcript().loaded} ${chat.working()}`),
    lastSeen: () => (find.query() === sought?.query ? sought.messageId : lastSeen(props.scroller, props.content)),
    show: (spot) => void go(spot),
  });
  const pattern = createMemo(() => patternOf(find.query()));
  createMarks(
    () => props.content,
    pattern,
    () => find.spot() && place(),
  );

  onMount(() => {
    if (sought) find.setQuery(sought.query);
  });
  createEffect(
    on(chat.find.asked, () => {
      input?.focus();
      input?.select();
    }),
  );
  onCleanup(() => {
    if (props.reading) props.scroller.scrollTop -= height;
    const isHere = before instanceof HTMLElement && before.isConnected && before !== document.body;
    (isHere ? before : props.scroller).focus({ preventScroll: true });
  });

  return (
    <FindBar
      find={find}
      fault={fault()}
      onClose={chat.find.close}
      ref={(element) => {
        input = element;
      }}
    />
  );
}
