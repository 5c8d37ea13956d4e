import { createMemo } from "solid-js";
import { useApp } from "../app/context";
import styles from "./RelativeTime.module.css";
import { fullTime, relativeTime } from "./time";

/** How long ago `at` (ms since the epoch) was, kept up to date. */
export function RelativeTime(props: { at: number }) {
  const app = useApp();
  // Recomputed every second, painted only when the words change.
  const words = createMemo(() => relativeTime(props.at, app.now()));
  return (
    <time class={styles.time} datetime={new Date(props.at).toISOString()} title={fullTime(props.at)}>
      {words()}
    </time>
  );
}
