import { createCopying } from "../../ui/copying";
import { VisuallyHidden } from "../../ui/VisuallyHidden";
import styles from "./code.module.css";

/** Puts code, or `what` it is called, on the clipboard, and says so on the button and to screen readers. */
export function CopyCode(props: { text: string; what?: string }) {
  const { outcome, copy } = createCopying(() => props.text);

  return (
    <span class={styles.action}>
      <button type="button" class={styles.copy} data-outcome={outcome() || undefined} onClick={() => void copy()}>
        {outcome() || "Copy"}
        <VisuallyHidden>{outcome() ? "" : ` ${props.what ?? "code"}`}</VisuallyHidden>
      </button>
      <span role="status">
        <VisuallyHidden>{outcome()}</VisuallyHidden>
      </span>
    </span>
  );
}
