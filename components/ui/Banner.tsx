import { type ParentProps, Show } from "solid-js";
import styles from "./Banner.module.css";
import { type Mark, StateMark } from "./StateMark";

export interface BannerProps {
  tone: "info" | "ok" | "warning" | "bad";
  /** What happened. */
  title: string;
  /** What to do next. */
  text?: string | undefined;
  /** Announced when it appears: `alert` only for the answer to something the user just did. */
  role?: "alert" | "status" | undefined;
}

const MARKS: Record<BannerProps["tone"], { mark: Mark; word: string }> = {
  info: { mark: "none", word: "Note" },
  ok: { mark: "ready", word: "Good" },
  warning: { mark: "waiting", word: "Warning" },
  bad: { mark: "failed", word: "Problem" },
};

/** A quiet line in the flow of the page. Its children are what can be done: one button, rarely two. */
export function Banner(props: ParentProps<BannerProps>) {
  return (
    <div
      class={styles.banner}
      classList={{ [`${styles.wide}`]: Boolean(props.text) }}
      data-tone={props.tone}
      role={props.role}
    >
      <span class={styles.mark}>
        <StateMark mark={MARKS[props.tone].mark} word={MARKS[props.tone].word} />
      </span>
      <p class={styles.title}>{props.title}</p>
      <Show when={props.children}>
        <div class={styles.actions}>{props.children}</div>
      </Show>
      <Show when={props.text}>
        <p class={styles.text}>{props.text}</p>
      </Show>
    </div>
  );
}
