import { Show } from "solid-js";
import styles from "./GroupHeading.module.css";

/** The small heading of a group in a list, with a word at its end. */
export function GroupHeading(props: { title: string; note?: string | undefined }) {
  return (
    <div class={styles.heading}>
      <h2 class={styles.title}>{props.title}</h2>
      <Show when={props.note}>
        <span>{props.note}</span>
      </Show>
    </div>
  );
}
