import { For, type JSX } from "solid-js";
import styles from "./UserContent.module.css";

/** Characters that the browser lays out as one: about what it can within a frame. */
const LENGTH = 4_000;

/** A text in stretches of whole lines; one that is short enough is a single stretch. */
export function linesOf(text: string): string[] {
  const stretches: string[] = [];
  for (let from = 0; from < text.length; ) {
    const lineEnd = text.length - from > LENGTH ? text.indexOf("\n", from + LENGTH) + 1 : 0;
    const end = lineEnd || text.length;
    stretches.push(text.slice(from, end));
    from = end;
  }
  return stretches;
}

/** Words as they were typed. Much of them stands in stretches, of which only those near the reader are laid out. */
export function Words(props: { text: string }): JSX.Element {
  const stretches = linesOf(props.text);
  if (stretches.length < 2) return <>{props.text}</>;
  return (
    <For each={stretches}>
      {(text) => (
        <span class={styles.stretch} data-chunk="">
          {text}
        </span>
      )}
    </For>
  );
}
