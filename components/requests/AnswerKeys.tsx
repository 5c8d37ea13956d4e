import { For } from "solid-js";
import { useApp } from "../app/context";
import styles from "./requests.module.css";

/** The keys of answers, each with its word. For the eye: the buttons carry them for screen readers. */
export function AnswerKeys(props: { words: Record<string, string> }) {
  const { commands } = useApp();
  const rows = () =>
    Object.entries(props.words).flatMap(([id, word]) => {
      const shown = commands.shown(id);
      return shown ? [{ shown, word }] : [];
    });
  return (
    <p class={styles.keys} aria-hidden="true">
      <For each={rows()}>
        {({ shown, word }) => (
          <span>
            <kbd>{shown}</kbd> {word}
          </span>
        )}
      </For>
    </p>
  );
}
