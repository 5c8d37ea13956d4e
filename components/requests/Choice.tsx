import { createUniqueId, Show } from "solid-js";
import type { Question } from "../../lib/model";
import styles from "./requests.module.css";

export interface ChoiceProps {
  multiple: boolean;
  /** Radios of one name exclude each other. */
  group: string;
  option: Question["options"][number];
  checked: boolean;
  /** The digit that chooses it. */
  digit: string | undefined;
  onChoose(): void;
}

/** One option of a question. */
export function Choice(props: ChoiceProps) {
  const id = createUniqueId();
  return (
    // The whole line follows its label; a description is read for itself.
    <div class={styles.option} dir="auto">
      <input
        id={id}
        type={props.multiple ? "checkbox" : "radio"}
        name={props.group}
        checked={props.checked}
        aria-describedby={props.option.description ? `${id}-about` : undefined}
        aria-keyshortcuts={props.digit}
        onChange={() => props.onChoose()}
      />
      <label for={id}>{props.option.label}</label>
      <Show when={props.digit}>
        {(digit) => (
          <span class={styles.digit} aria-hidden="true">
            {digit()}
          </span>
        )}
      </Show>
      <Show when={props.option.description}>
        {(text) => (
          <label for={id} id={`${id}-about`} class={styles.about} aria-hidden="true">
            {text()}
          </label>
        )}
      </Show>
    </div>
  );
}
