import { For, Show } from "solid-js";
import styles from "./requests.module.css";

/** What "Allow always" would allow from now on, to be read before it is pressed. */
export function AlwaysCovers(props: {
  id: string;
  patterns: string[];
  /** It is leave to repeat whatever these tools do. */
  isLoop: boolean;
}) {
  return (
    <p id={props.id} class={styles.always}>
      {props.isLoop ? "Always covers repeating any call of" : "Always covers"}{" "}
      <For each={props.patterns}>
        {(pattern, index) => (
          <>
            {index() > 0 ? ", " : ""}
            <Show when={pattern !== "*"} fallback="everything of this kind">
              <code dir="ltr">{pattern}</code>
            </Show>
          </>
        )}
      </For>
    </p>
  );
}
