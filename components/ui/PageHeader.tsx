import { type ParentProps, Show } from "solid-js";
import { IconButton } from "./IconButton";
import { ArrowLeft } from "./icons";
import styles from "./PageHeader.module.css";

/** The bar on top of a screen, with the way back from it if there is one. Its children stand at the end. */
export function PageHeader(props: ParentProps<{ title: string; back?: string; onBack?: (() => void) | undefined }>) {
  return (
    <header class={styles.header}>
      <Show when={props.onBack}>
        {(onBack) => (
          <IconButton label={props.back ?? "Back"} onClick={() => onBack()()}>
            <ArrowLeft />
          </IconButton>
        )}
      </Show>
      <h1 class={styles.title}>{props.title}</h1>
      {props.children}
    </header>
  );
}
