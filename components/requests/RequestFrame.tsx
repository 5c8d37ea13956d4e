import { createSignal, type ParentProps, Show } from "solid-js";
import type { Request, Server } from "../../lib/model";
import { IconButton } from "../ui/IconButton";
import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from "../ui/icons";
import { StateMark } from "../ui/StateMark";
import { sessionTitle } from "../ui/session-words";
import { writes } from "./keys";
import styles from "./requests.module.css";

export interface RequestProps<T extends Request = Request> {
  server: Server;
  /** The session on show; another one's requests are its subagents'. */
  sessionId: string;
  request: T;
  /** Position among the session's requests, from 0. */
  index: number;
  count: number;
  onStep(by: number): void;
  /** It has only just taken its place: answers are meant for what stood there before. */
  early: boolean;
  /** Whether nothing is written in the composer. */
  idle: boolean;
  /** The user begins to write while the focus is here: what they write is for the composer. */
  onWrite(): void;
  /** The form goes, being answered or changed, and the focus that was in it needs a place. */
  onFormGone(): void;
}

/** What all requests have: a title, whose it is, which of how many, and that it can be folded away. */
export function RequestFrame(
  props: ParentProps<
    RequestProps & {
      name: string;
      title: string;
      /** Takes a key that is pressed in it; `true`: it did. */
      onKey?(event: KeyboardEvent): boolean;
    }
  >,
) {
  const [folded, setFolded] = createSignal(false);
  const from = () => {
    if (props.request.sessionId === props.sessionId) return undefined;
    const session = props.server.sessions[props.request.sessionId];
    return session ? sessionTitle(session) : "a subagent";
  };
  function onKeyDown(event: KeyboardEvent): void {
    if (props.onKey?.(event)) event.preventDefault();
    else if (event.target === event.currentTarget && writes(event)) props.onWrite();
  }
  return (
    // A request is answered as a whole: a group names it for those who cannot see the frame.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lay out its legend beside other things
    <div class={styles.request} role="group" tabindex={-1} aria-label={props.name} onKeyDown={onKeyDown}>
      <div class={styles.head}>
        <StateMark mark="waiting" />
        <h2 class={styles.title} dir="auto">
          {props.title}
        </h2>
        <Show when={props.count > 1}>
          <span class={styles.steps}>
            <IconButton size="small" label="Previous request" onClick={() => props.onStep(-1)}>
              <ChevronLeft />
            </IconButton>
            <span class={styles.count}>
              {props.index + 1} of {props.count}
            </span>
            <IconButton size="small" label="Next request" onClick={() => props.onStep(1)}>
              <ChevronRight />
            </IconButton>
          </span>
        </Show>
        <IconButton
          size="small"
          label={folded() ? "Unfold" : "Fold"}
          aria-expanded={!folded()}
          onClick={() => setFolded(!folded())}
        >
          <Show when={folded()} fallback={<ChevronDown />}>
            <ChevronUp />
          </Show>
        </IconButton>
      </div>
      <Show when={from()}>
        {(title) => (
          <p class={styles.from}>
            From the subagent <bdi>“{title()}”</bdi>
          </p>
        )}
      </Show>
      <Show when={!folded()}>{props.children}</Show>
    </div>
  );
}
