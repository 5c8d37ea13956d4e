import { createMemo, Show } from "solid-js";
import type { ContextItem } from "../../../lib/page/context";
import { Button } from "../../ui/Button";
import { aroundText } from "./around";
import styles from "./ContextEditor.module.css";

/** Exactly what is sent for one chip; the text from the page can be changed in place. */
export function ContextEditor(props: { item: ContextItem; onInput(text: string): void; onClose(): void }) {
  const around = createMemo(() => aroundText(props.item));
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
        <pre class={styles.fence}>{around().before}</pre>
        <textarea
          class={styles.text}
          aria-label="Text from the page"
          dir="auto"
          rows={4}
          value={props.item.text}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <Show when={around().after}>
          <pre class={styles.fence}>{around().after}</pre>
        </Show>
      </div>
    </div>
  );
}
