import ArrowDown from "lucide-solid/icons/arrow-down";
import { createEffect, createMemo, createSignal, For, type JSX, Show } from "solid-js";
import type { MessageId, OutboxEntry } from "../../../lib/model";
import { useApp } from "../../app/context";
import { useChat } from "../chat-context";
import { MessageView } from "../message/MessageView";
import { OutboxMessage } from "../message/OutboxMessage";
import { isStreaming } from "./activity";
import styles from "./Conversation.module.css";
import { createFollow } from "./create-follow";
import { Earlier } from "./Earlier";
import { idsOnShow, pendingOf } from "./shown";
import { placesOf } from "./turns";
import { Unanswered } from "./Unanswered";
import { Working } from "./Working";
import { startOf, stepBack } from "./window";

export interface ConversationProps {
  /** What stands in for messages while there are none. */
  empty: JSX.Element;
}

/** The messages of the session, kept where the reader is. */
export function Conversation(props: ConversationProps) {
  const app = useApp();
  const chat = useChat();
  const [scroller, setScroller] = createSignal<HTMLElement>(document.body);
  let content: HTMLElement = document.body;
  const [from, setFrom] = createSignal<MessageId>();

  const pending = createMemo((): OutboxEntry[] => pendingOf(app.state.outbox, chat.key, chat.transcript()));
  const ids = createMemo(() => idsOnShow(chat.transcript(), chat.session().revertedFrom, pending()));
  const start = createMemo(() => startOf(ids(), from()));
  const shown = createMemo(() => ids().slice(start()));
  const places = createMemo(() => placesOf(ids(), chat.transcript().messages));
  const hasEarlier = () => start() > 0 || chat.transcript().olderCursor !== undefined;
  const streaming = createMemo(() => chat.working() && isStreaming(chat.transcript()));
  const [growing, setGrowing] = createSignal(false);

  const follow = createFollow({
    scroller,
    content: () => content,
    start: app.scrollOf(chat.key),
    onPlace: (fromEnd) => app.keepScroll(chat.key, fromEnd),
    onShort: () => {
      if (start() > 0) setFrom(stepBack(ids(), from()));
    },
  });

  // What is read stays on the page while messages come at its end.
  createEffect(() => {
    if (chat.transcript().loaded !== "none" && from() === undefined) setFrom(ids()[start()]);
  });
  // A restored place is held until all is as the server has it, and no hint above or below takes room any more.
  createEffect(() => {
    if (chat.live()) requestAnimationFrame(() => requestAnimationFrame(follow.release));
  });

  async function earlier(): Promise<void> {
    setGrowing(true);
    try {
      if (start() === 0) await app.background.loadOlder(chat.key);
      follow.growAbove(() => setFrom(stepBack(ids(), from())));
    } finally {
      setGrowing(false);
    }
  }

  return (
    <div class={styles.conversation}>
      <div
        ref={setScroller}
        class={styles.scroller}
        role="log"
        aria-label="Conversation"
        aria-busy={streaming() || growing()}
        // What scrolls must be reachable by keyboard.
        tabindex={0}
        data-following={follow.following() ? "" : undefined}
      >
        <div ref={(element) => (content = element)} class={styles.content}>
          <Show when={hasEarlier()}>
            <Earlier scroller={scroller()} load={earlier} />
          </Show>
          <Show when={shown().length > 0 || pending().length > 0} fallback={props.empty}>
            <For each={shown()}>
              {(id) => <Show when={places().get(id)}>{(place) => <MessageView id={id} place={place()} />}</Show>}
            </For>
            <For each={pending()}>{(entry) => <OutboxMessage entry={entry} />}</For>
            <Working />
            <Unanswered />
          </Show>
        </div>
      </div>
      <Show when={!follow.following()}>
        <button
          type="button"
          class={styles.jump}
          onClick={() => {
            follow.toEnd();
            // The button goes; the focus must not go with it.
            scroller().focus({ preventScroll: true });
          }}
        >
          <ArrowDown />
          Jump to latest
          <Show when={follow.unread()}>
            <span class={styles.unread} aria-hidden="true" />
          </Show>
        </button>
      </Show>
    </div>
  );
}
