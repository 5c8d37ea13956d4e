import { onMount, type ParentProps } from "solid-js";
import styles from "./Providers.module.css";

export interface CheckedFormProps {
  /** Marks the fields in which something is wrong or missing; whether there is none. */
  check?(): boolean;
  onSubmit(): void;
  /** It appears because of what the user has just done: what comes first in it has the focus. */
  autofocus?: boolean;
}

/** A form that is sent when nothing in it is wrong; else the focus goes to the first field where something is. */
export function CheckedForm(props: ParentProps<CheckedFormProps>) {
  let form: HTMLFormElement | undefined;
  onMount(() => {
    if (props.autofocus) form?.querySelector<HTMLElement>("input, a")?.focus();
  });
  return (
    <form
      ref={(element) => {
        form = element;
      }}
      class={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (props.check?.() === false) form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
        else props.onSubmit();
      }}
    >
      {props.children}
    </form>
  );
}
