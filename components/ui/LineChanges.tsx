import { Show } from "solid-js";
import styles from "./LineChanges.module.css";

/** Lines added and removed: "+18 −4". Nothing when there are none. */
export function LineChanges(props: { additions: number; deletions: number }) {
  return (
    <Show when={props.additions > 0 || props.deletions > 0}>
      <span class={styles.changes} role="img" aria-label={`${props.additions} lines added, ${props.deletions} removed`}>
        <Show when={props.additions > 0}>
          <span class={styles.plus}>+{props.additions}</span>
        </Show>
        <Show when={props.deletions > 0}>
          <span class={styles.minus}>−{props.deletions}</span>
        </Show>
      </span>
    </Show>
  );
}
