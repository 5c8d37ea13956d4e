import { Button } from "./Button";
import { createCopying } from "./copying";
import { VisuallyHidden } from "./VisuallyHidden";

/** Puts `text` on the clipboard, and says so on the button and to screen readers. */
export function CopyButton(props: { text: string; label?: string; class?: string | undefined }) {
  const { outcome, copy } = createCopying(() => props.text);

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
