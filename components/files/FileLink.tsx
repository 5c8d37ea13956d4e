import { type ParentProps, Show } from "solid-js";
import styles from "./FileLink.module.css";
import { useProjectFiles } from "./project-files";

export interface FileLinkProps {
  path: string;
  /** Counted from 1. */
  line?: number | undefined;
  class?: string | undefined;
}

/** Words that open a file of the project; only words where there is none. */
export function FileLink(props: ParentProps<FileLinkProps>) {
  const files = useProjectFiles();
  return (
    <Show when={files} fallback={<span class={props.class}>{props.children}</span>}>
      {(project) => (
        <button
          type="button"
          class={`${styles.link} ${props.class ?? ""}`}
          title={`Open ${props.path}`}
          onClick={() => project().open(props.path, props.line)}
        >
          {props.children}
        </button>
      )}
    </Show>
  );
}
