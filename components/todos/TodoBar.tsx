import type { TodoProgress } from "../../lib/model";
import { VisuallyHidden } from "../ui/VisuallyHidden";
import styles from "./todos.module.css";

/** How far the agent is with its tasks, in a line with a thin bar below. */
export function TodoBar(props: { progress: TodoProgress }) {
  const share = () => (props.progress.done / props.progress.total) * 100;
  return (
    <span class={styles.progress}>
      <span class={styles.count} aria-hidden="true">
        {props.progress.done}/{props.progress.total}
      </span>
      <VisuallyHidden>
        {props.progress.done} of {props.progress.total} tasks done.{" "}
      </VisuallyHidden>
      <span class={styles.current} dir="auto">
        {props.progress.current?.content ?? "All tasks done"}
      </span>
      <span class={styles.bar} aria-hidden="true">
        <span class={styles.filled} style={{ width: `${share()}%` }} />
      </span>
    </span>
  );
}
