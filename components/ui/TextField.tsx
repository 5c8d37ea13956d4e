import { createUniqueId, type JSX, Show, splitProps } from "solid-js";
import input from "./input.module.css";
import styles from "./TextField.module.css";

export interface TextFieldProps extends Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "onInput" | "value"> {
  label: string;
  value: string;
  onInput(value: string): void;
  /** Help under the field. */
  hint?: JSX.Element;
  /** What is wrong with the value, one sentence. Replaces the hint. */
  error?: string | undefined;
  /** Something beside the input, such as a button. */
  after?: JSX.Element;
}

/** A labelled one-line input with help and an error that screen readers connect to it. */
export function TextField(props: TextFieldProps) {
  const [own, rest] = splitProps(props, ["label", "value", "onInput", "hint", "error", "after", "class"]);
  const id = createUniqueId();
  return (
    <div class={`${styles.field} ${own.class ?? ""}`}>
      <label class={styles.label} for={id}>
        {own.label}
      </label>
      <div class={styles.line}>
        <input
          {...rest}
          id={id}
          class={`${input.input} ${styles.input}`}
          value={own.value}
          onInput={(event) => own.onInput(event.currentTarget.value)}
          aria-invalid={own.error ? true : undefined}
          aria-describedby={own.error || own.hint ? `${id}-about` : undefined}
        />
        {own.after}
      </div>
      <Show when={own.error || own.hint}>
        <p id={`${id}-about`} class={own.error ? styles.error : styles.hint}>
          {own.error || own.hint}
        </p>
      </Show>
    </div>
  );
}
