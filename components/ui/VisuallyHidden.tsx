import type { ParentProps } from "solid-js";
import styles from "./VisuallyHidden.module.css";

/** Text for screen readers where sight has a shape already. */
export function VisuallyHidden(props: ParentProps<{ id?: string }>) {
  return (
    <span class={styles.hidden} id={props.id}>
      {props.children}
    </span>
  );
}
