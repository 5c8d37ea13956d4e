import styles from "./parts.module.css";

/** Where the conversation before was replaced by a summary. */
export function Compaction(props: { auto: boolean }) {
  return (
    <div class={styles.divider}>
      <span>{props.auto ? "Earlier messages were summarised to make room" : "Earlier messages were summarised"}</span>
    </div>
  );
}
