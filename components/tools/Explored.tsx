import { For, type JSX } from "solid-js";
import { Eye } from "../ui/icons";
import styles from "./Explored.module.css";
import { Fold } from "./Fold";

/** Neighbouring calls that only looked around, as one line that opens to each. */
export function Explored<T>(props: { words: string; items: readonly T[]; children: (item: T) => JSX.Element }) {
  return (
    <Fold
      class={styles.explored}
      head={
        <>
          <Eye />
          <span class={styles.words}>Explored {props.words}</span>
        </>
      }
    >
      <div class={styles.calls}>
        <For each={props.items}>{(item) => props.children(item)}</For>
      </div>
    </Fold>
  );
}
