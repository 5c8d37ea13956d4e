import { createMemo, type JSX, Show } from "solid-js";
import styles from "./StateMark.module.css";
import { VisuallyHidden } from "./VisuallyHidden";

/**
 * A shape and a colour for each state of a session or a connection. `ready`: filled dot; `none`: hollow dot; `working`:
 * turning arc; `waiting`: diamond; `failed`: triangle; `away`: crossed circle.
 */
export type Mark = "ready" | "none" | "working" | "waiting" | "failed" | "away";

const SHAPES: Record<Mark, () => JSX.Element> = {
  ready: () => <circle cx="6" cy="6" r="4" fill="currentColor" />,
  none: () => <circle cx="6" cy="6" r="3.6" fill="none" stroke="currentColor" stroke-width="1.3" />,
  working: () => (
    <path
      d="M9.1 9.1A4.4 4.4 0 1 1 9.1 2.9"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
    />
  ),
  waiting: () => (
    <rect x="2.6" y="2.6" width="6.8" height="6.8" rx="1" fill="currentColor" transform="rotate(45 6 6)" />
  ),
  failed: () => <path d="M6 1.4 11.2 10.6H.8Z" fill="currentColor" stroke-linejoin="round" />,
  away: () => (
    <g fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round">
      <circle cx="6" cy="6" r="4.1" />
      <path d="m3.3 8.7 5.4-5.4" />
    </g>
  ),
};

/** `word`: what the mark means, for screen readers; leave it out only where the word stands beside it. */
export function StateMark(props: { mark: Mark; word?: string | undefined }) {
  // Asked again with everything that changes about a session: the same shape made anew would turn from the beginning.
  const mark = createMemo(() => props.mark);
  return (
    <span class={styles.mark} data-mark={mark()}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[mark()]()}
      </svg>
      <Show when={props.word}>{(word) => <VisuallyHidden>{word()}</VisuallyHidden>}</Show>
    </span>
  );
}
