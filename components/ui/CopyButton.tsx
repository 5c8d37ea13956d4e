import { createSignal, onCleanup } from "solid-js";
import { Button } from "./Button";
import { VisuallyHidden } from "./VisuallyHidden";

const SHOWN_MS = 2_000;

/** Puts `text` on the clipboard, and says so on the button and to screen readers. */
export function CopyButton(props: { text: string; label?: string; class?: string | undefined }) {
  const [outcome, setOutcome] = createSignal<"" | "Copied" | "Not copied">("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(props.text);
      setOutcome("Copied");
    } catch {
      // Refused by a policy or without focus: the text stays there to be selected by hand.
      setOutcome("Not copied");
    }
    clearTimeout(timer);
    timer = setTimeout(() => setOutcome(""), SHOWN_MS);
  }

  return (
    <>
      <Button class={props.class} onClick={() => void copy()}>
        {outcome() || (props.label ?? "Copy")}
      </Button>
      <span role="status">
        <VisuallyHidden>{outcome()}</VisuallyHidden>
      </span>
    </>
  );
}
