import { type Accessor, createComputed, createMemo, createSignal, untrack } from "solid-js";
import type { MessageId } from "../../../lib/model";
import {
  afterArrival,
  around,
  newest,
  type Stretch,
  stepDown,
  stepUp,
  stretchOf,
  type Window,
  windowOf,
} from "./window";

export interface WindowControl {
  stretch: Accessor<Stretch>;
  /** The ids on the page. */
  shown: Accessor<readonly MessageId[]>;
  /** Whether the page goes to the end of the conversation. */
  isLast: Accessor<boolean>;
  up(needed: MessageId | undefined): void;
  down(needed: MessageId | undefined): void;
  toEnd(): void;
  /** Puts a message on the page if it is not there; false when it is not held at all. */
  show(id: MessageId): boolean;
}

/** Which messages of a conversation are on the page: never more than a few steps of them, wherever the reader is. */
export function createWindow(ids: Accessor<readonly MessageId[]>, following: Accessor<boolean>): WindowControl {
  const [held, setHeld] = createSignal<Window>({});
  const stretch = createMemo(() => stretchOf(ids(), held()), undefined, {
    equals: (a, b) => a.start === b.start && a.end === b.end,
  });
  const shown = createMemo(() => ids().slice(stretch().start, stretch().end));
  const keep = (next: Stretch) => setHeld(windowOf(untrack(ids), next));

  // What is read stays on the page while messages come at its end, but the page does not grow without end.
  createComputed<MessageId | undefined>((lastBefore) => {
    const all = ids();
    const now = stretch();
    const before = lastBefore === undefined ? -1 : all.lastIndexOf(lastBefore);
    const arrived = before < 0 || now.end < all.length ? 0 : all.length - 1 - before;
    const next = arrived > 0 ? afterArrival(now, arrived, untrack(following)) : now;
    const { first } = untrack(held);
    if (next !== now || first === undefined || all[now.start] !== first) keep(next);
    return all.at(-1);
  });

  return {
    stretch,
    shown,
    isLast: () => stretch().end === ids().length,
    up: (needed) => keep(stepUp(ids().length, stretch(), needed === undefined ? 0 : ids().indexOf(needed) + 1)),
    down(needed) {
      const at = needed === undefined ? -1 : ids().indexOf(needed);
      keep(stepDown(ids().length, stretch(), at < 0 ? ids().length : at));
    },
    toEnd() {
      if (stretch().end < ids().length) keep(newest(ids().length));
    },
    show(id) {
      const at = ids().indexOf(id);
      if (at < 0) return false;
      if (at < stretch().start || at >= stretch().end) keep(around(ids().length, at));
      return true;
    },
  };
}
