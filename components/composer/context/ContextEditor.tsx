import { createMemo, Show } from "solid-js";
import type { ContextItem } from "../../../lib/page/context";
import { Button } from "../../ui/Button";
import { aroundText } from "./around";
import styles from "./ContextEditor.module.css";
import { PageText } from "./PageText";

/** Exactly what is sent for one chip; the text from the page can be changed in place. */
export function ContextEditor(props: {
  item: ContextItem;
  /** The page's text is wanted. */
  reads: boolean;
  onInput(text: string): void;
  onClose(): void;
}) {
  let area: HTMLTextAreaElement | undefined;
  const around = createMemo(() => aroundText(props.item));
  function takeText(text: string): void {
    props.onInput(text);
    area?.focus();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset for one field and its surroundings says too much
    <div
      class={styles.editor}
      role="group"
      aria-label="Exactly what is sent"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        props.onClose();
      }}
    >
      <div class={styles.head}>
        <span>Exactly what is sent</span>
        <Button variant="quiet" onClick={() => props.onClose()}>
          Close
        </Button>
      </div>
      <div class={styles.scroll}>
        <Show when={props.item.kind === "page" && props.item.text === ""}>
          <PageText address={props.item.url} now={props.reads} onText={takeText} />
        </Show>
        <textarea
          ref={(element) => {
            area = element;
          }}
          class={styles.text}
          aria-label={props.item.place ? "Comment" : "Text from the page"}
          dir="auto"
          rows={props.item.kind === "selection" || props.item.kind === "page" ? 4 : 2}
          value={props.item.text}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <p class={styles.around}>Sent around it, so that it is known where it comes from:</p>
        <pre class={styles.fence}>{around().before}</pre>
        <Show when={props.item.text}>
          <p class={styles.gap} aria-hidden="true">
            ⋮
          </p>
        </Show>
        <pre class={styles.fence}>{around().after}</pre>
      </div>
    </div>
  );
}
