import { type ParentProps, Show } from "solid-js";
import styles from "./FileLink.module.css";
import { useOpenFile } from "./open-file";

export interface FileLinkProps {
  path: string;
  /** Counted from 1. */
  line?: number | undefined;
  class?: string | undefined;
}

/** Words that open a file of the project; only words where there is none. */
export function FileLink(props: ParentProps<FileLinkProps>) {
  const open = useOpenFile();
  return (
    <Show when={open} fallback={<span class={props.class}>{props.children}</span>}>
      {(openFile) => (
        <button
          type="button"
          class={`${styles.link} ${props.class ?? ""}`}
          title={`Open ${props.path}`}
          onClick={() => openFile()(props.path, props.line)}
        >
          {props.children}
        </button>
      )}
    </Show>
  );
}
