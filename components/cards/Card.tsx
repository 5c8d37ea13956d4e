import { createEffect, createMemo, createUniqueId, on, Show } from "solid-js";
import { type CardView, rootOf, type Server, type SessionId, splitSessionKey, todoProgress } from "../../lib/model";
import { useApp, type View } from "../app/context";
import { TodoBar } from "../todos/TodoBar";
import { Pin } from "../ui/icons";
import { RelativeTime } from "../ui/RelativeTime";
import { StateMark } from "../ui/StateMark";
import { cardLine, MARK_OF, sessionTitle, WORD_OF } from "../ui/session-words";
import { VisuallyHidden } from "../ui/VisuallyHidden";
import styles from "./Card.module.css";
import { CardMenu } from "./CardMenu";
import { CardMeta } from "./CardMeta";
import { CardRequest } from "./CardRequest";

/** A session at a glance. A click anywhere on it opens it; what needs an answer can be answered here. */
export function Card(props: { view: CardView; showServer: boolean }) {
  const app = useApp();
  const id = createUniqueId();
  const title = () => sessionTitle(props.view.session);
  const line = () => cardLine(props.view);
  const at = () => Math.max(props.view.session.updatedAt, props.view.activity?.at ?? 0);
  const todos = createMemo(() => {
    const progress = todoProgress(props.view.server.todos[props.view.session.id]);
    // That all are done is news until it was seen.
    return progress?.current || props.view.unread ? progress : undefined;
  });
  const open = () => app.go({ screen: "session", key: props.view.key });
  let card: HTMLElement | undefined;
  const isAt = (at: Element | null) => card?.contains(at) ?? false;
  const isOpen = createMemo(() => isShowing(app.view(), props.view.server, props.view.session.id));
  // Not one that has just become a card: it was opened from the history, which stays where it is.
  createEffect(on(isOpen, (open) => open && card?.scrollIntoView({ block: "nearest" }), { defer: true }));
  return (
    <article
      ref={(element) => {
        card = element;
      }}
      class={styles.card}
      data-session-id={props.view.session.id}
      data-state={props.view.state}
      data-unread={props.view.unread ? "" : undefined}
      data-session
      data-open={isOpen() ? "" : undefined}
      aria-labelledby={`${id}-title`}
    >
      <StateMark mark={MARK_OF[props.view.state]} word={WORD_OF[props.view.state]} />
      <button
        type="button"
        id={`${id}-title`}
        class={styles.title}
        dir="auto"
        title={title()}
        data-card-open
        aria-expanded={isOpen()}
        aria-describedby={`${id}-line`}
        onClick={open}
      >
        {title()}
      </button>
      <div class={styles.end}>
        <Show when={props.view.unread}>
          <span class={styles.unread}>
            <VisuallyHidden>Unread</VisuallyHidden>
          </span>
        </Show>
        <Show when={props.view.pinned}>
          <span class={styles.pin}>
            <Pin />
            <VisuallyHidden>Pinned</VisuallyHidden>
          </span>
        </Show>
        <RelativeTime at={at()} />
      </div>
      <CardMenu view={props.view} class={styles.menu} isAt={isAt} />
      <p id={`${id}-line`} class={styles.line} dir="auto" title={line()}>
        {line()}
      </p>
      <Show when={todos()}>
        {(progress) => (
          <p class={styles.todos}>
            <TodoBar progress={progress()} />
          </p>
        )}
      </Show>
      <CardMeta view={props.view} showServer={props.showServer} class={styles.meta} />
      {/* Where the conversation stands beside it, the answer is given there. */}
      <Show when={props.view.state === "waiting" && !isOpen() && props.view.request}>
        {(request) => (
          <div class={styles.request}>
            <CardRequest server={props.view.server} request={request()} onOpen={open} isAt={isAt} />
          </div>
        )}
      </Show>
    </article>
  );
}

/** Whether a session, or a subagent of it, stands beside the cards. */
function isShowing(view: View, server: Server, sessionId: SessionId): boolean {
  if (view.screen !== "session") return false;
  const shown = splitSessionKey(view.key);
  return shown.server === server.id && rootOf(server, shown.session) === sessionId;
}
