import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import type { OutboxEntry } from "../../../lib/model";
import { useApp } from "../../app/context";
import { offersOf } from "../../commands/command";
import { conversation } from "../../commands/list/conversation";
import { noneUnfolded, UnfoldedProvider } from "../../tools/unfolded";
import { useChat } from "../chat-context";
import { Find } from "../find/Find";
import { KeepPlaceProvider } from "../markdown";
import { MessageView } from "../message/MessageView";
import { OutboxMessage } from "../message/OutboxMessage";
import { isStreaming } from "./activity";
import styles from "./Conversation.module.css";
import { createBlocks } from "./create-blocks";
import { createFollow } from "./create-follow";
import { createJump } from "./create-jump";
import { createNews } from "./create-news";
import { createReach } from "./create-reach";
import { createReturn } from "./create-return";
import { createSteps } from "./create-steps";
import { createWindow } from "./create-window";
import { Edge } from "./Edge";
import { JumpToLatest } from "./JumpToLatest";
import { needed, placeAt } from "./place";
import { Reverted } from "./Reverted";
import { idsOnShow, pendingOf } from "./shown";
import { placesOf, wholeTurns } from "./turns";
import { Unanswered } from "./Unanswered";
import { Working } from "./Working";

export interface ConversationProps {
  /** What stands in for messages while there are none. */
  empty: JSX.Element;
}

/** Messages fetched at once when the reader goes up: what three steps show. */
const PAGE = 120;

/** The messages of the session, kept where the reader is. Only those near the reader are on the page. */
export function Conversation(props: ConversationProps) {
  const app = useApp();
  const chat = useChat();
  const [scroller, setScroller] = createSignal<HTMLElement>(document.body);
  let content: HTMLElement = document.body;

  const pending = createMemo((): OutboxEntry[] => pendingOf(app.state.outbox, chat.key, chat.transcript()));
  const ids = createMemo(() => idsOnShow(chat.transcript(), chat.session().revertedFrom, pending()));
  const follow = createFollow({
    scroller,
    content: () => content,
    start: app.placeOf(chat.key),
    isLast: () => page.isLast(),
    onPlace: (place) => app.keepPlace(chat.key, place),
  });
  const page = createWindow(ids, follow.following);
  const reach = createReach(chat.key, chat.transcript);
  createReturn({ ids, live: chat.live, page, follow, reach });
  const view = { scroller, content: () => content, reach };
  const jump = createJump({ ...view, page, follow });
  const steps = createSteps({ ...view, ids, transcript: chat.transcript, jump, toEnd: () => toEnd() });
  // What went wrong shows as the connection's state.
  const take = (step: () => Promise<void>) => void step().catch(() => undefined);
  app.commands.offer(() =>
    offersOf(conversation, {
      up: () => take(steps.up),
      down: () => take(steps.down),
      toEnd: follow.following() ? undefined : toEnd,
    }),
  );
  const places = createMemo(() => {
    const { messages } = chat.transcript();
    return placesOf(wholeTurns(ids(), messages, page.stretch()), messages);
  });
  const blocksOf = createBlocks(page.shown, {
    ...chat,
    // A thought that the user does not want to see, as long as no search leads into it.
    isHidden: (part) =>
      part.type === "reasoning" &&
      app.reading.choices().reasoning === "hidden" &&
      chat.find.revealed()?.pieceId !== part.id,
  });
  createNews({
    ids,
    transcript: chat.transcript,
    pending: () => pending().length,
    live: chat.live,
    onNews: follow.news,
  });
  const hasEarlier = () => page.stretch().start > 0 || chat.transcript().olderCursor !== undefined;
  const streaming = createMemo(() => chat.working() && isStreaming(chat.transcript()));
  const [growing, setGrowing] = createSignal(false);

  async function earlier(): Promise<void> {
    setGrowing(true);
    try {
      if (page.stretch().start === 0) await app.background.loadOlder(chat.key, PAGE);
      follow.keep(() => page.up(needed(scroller(), content).last));
    } finally {
      setGrowing(false);
    }
  }
  async function later(): Promise<void> {
    follow.keep(() => page.down(needed(scroller(), content).first));
  }
  function keepPlace(element: HTMLElement): () => void {
    const article = element.closest<HTMLElement>("[data-message-id]");
    return article ? follow.holdOn(placeAt(scroller(), article, element.getBoundingClientRect().top)) : () => undefined;
  }
  function toEnd(): void {
    reach.stop();
    chat.find.reveal(undefined);
    page.toEnd();
    follow.toEnd();
    // The button goes; the focus must not go with it.
    scroller().focus({ preventScroll: true });
  }

  return (
    <UnfoldedProvider value={noneUnfolded()}>
      <div class={styles.conversation}>
        <Show when={chat.find.asked() > 0}>
          <Find
            scroller={scroller()}
            content={content}
            reading={!follow.following() && !follow.holding()}
            jump={jump}
          />
        </Show>
        <div
          ref={setScroller}
          class={styles.scroller}
          role="log"
          aria-label="Conversation"
          aria-busy={streaming() || growing() || reach.busy()}
          // Messages that come back onto the page are not news.
          aria-live={page.isLast() && !growing() ? "polite" : "off"}
          // What scrolls must be reachable by keyboard.
          tabindex={0}
          data-following={follow.following() ? "" : undefined}
          data-holding={follow.holding() ? "" : undefined}
        >
          <div ref={(element) => (content = element)} class={styles.content}>
            <Show when={hasEarlier()}>
              <Edge side="earlier" scroller={scroller()} load={earlier} />
            </Show>
            <Show when={page.shown().length > 0 || pending().length > 0} fallback={props.empty}>
              <KeepPlaceProvider value={keepPlace}>
                <For each={page.shown()}>
                  {(id) => (
                    <Show when={places().get(id)}>
                      {(place) => <MessageView id={id} place={place()} blocks={blocksOf(id)} />}
                    </Show>
                  )}
                </For>
              </KeepPlaceProvider>
              <Show when={page.isLast()} fallback={<Edge side="later" scroller={scroller()} load={later} />}>
                <For each={pending()}>{(entry) => <OutboxMessage entry={entry} />}</For>
                <Working />
                <Unanswered />
              </Show>
            </Show>
            <Show when={page.isLast()}>
              <Reverted reach={reach} />
            </Show>
          </div>
        </div>
        <Show when={!follow.following()}>
          <JumpToLatest unread={follow.unread()} busy={reach.busy()} onJump={toEnd} />
        </Show>
      </div>
    </UnfoldedProvider>
  );
}
