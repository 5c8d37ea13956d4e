import { createUniqueId, type JSX, Show } from "solid-js";
import styles from "./Checkbox.module.css";

export interface CheckboxProps {
  label: JSX.Element;
  checked: boolean;
  onChange(checked: boolean): void;
  error?: string | undefined;
  ref?: (element: HTMLInputElement) => void;
}

export function Checkbox(props: CheckboxProps) {
  const id = createUniqueId();
  return (
    <div>
      <label class={styles.label}>
        <input
          ref={(element) => props.ref?.(element)}
          type="checkbox"
          class={styles.box}
          checked={props.checked}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={props.error ? id : undefined}
        />
        <span>{props.label}</span>
      </label>
      <Show when={props.error}>
        <p id={id} class={styles.error}>
          {props.error}
        </p>
      </Show>
    </div>
  );
}
