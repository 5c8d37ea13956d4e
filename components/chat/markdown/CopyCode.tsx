import { createSignal, onCleanup } from "solid-js";
import { VisuallyHidden } from "../../ui/VisuallyHidden";
import styles from "./code.module.css";

const SHOWN_MS = 2_000;

/** Puts code on the clipboard, and says so on the button and to screen readers. */
export function CopyCode(props: { text: string }) {
  const [outcome, setOutcome] = createSignal<"" | "Copied" | "Not copied">("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(props.text);
      setOutcome("Copied");
    } catch {
      // Refused by a policy or without focus: the code stays there to be selected by hand.
      setOutcome("Not copied");
    }
    clearTimeout(timer);
    timer = setTimeout(() => setOutcome(""), SHOWN_MS);
  }

  return (
    <span class={styles.action}>
      <button type="button" class={styles.copy} data-outcome={outcome() || undefined} onClick={() => void copy()}>
        {outcome() || "Copy"}
        <VisuallyHidden>{outcome() ? "" : " code"}</VisuallyHidden>
      </button>
      <span role="status">
        <VisuallyHidden>{outcome()}</VisuallyHidden>
      </span>
    </span>
  );
}
