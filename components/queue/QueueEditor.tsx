import { onMount, Show } from "solid-js";
import { createAutosize } from "../composer/autosize";
import { sends } from "../composer/keys";
import { Button } from "../ui/Button";
import input from "../ui/input.module.css";
import styles from "./queue.module.css";
import { inOneLine } from "./queue-words";

export interface QueueEditorProps {
  words: string;
  /** What goes along with them and who answers; "" when there is nothing to say. */
  note: string;
  /** What the message says by now, when it was changed elsewhere meanwhile. */
  other: string | undefined;
  /** Who writes elsewhere in the panel is not to be interrupted. */
  takesFocus: boolean;
  busy: boolean;
  onInput(words: string): void;
  onSave(): void;
  onCancel(): void;
}

/** A waiting message's words, in its place. Enter saves as it sends in the composer, Escape leaves them as they were. */
export function QueueEditor(props: QueueEditorProps) {
  let area: HTMLTextAreaElement | undefined;
  const isEmpty = () => props.words.trim() === "";
  const save = (): void => {
    if (!isEmpty() && !props.busy) props.onSave();
  };
  onMount(() => {
    if (!props.takesFocus) return;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  });
  createAutosize(
    () => area,
    () => props.words,
  );
  return (
    <div class={styles.editor}>
      <textarea
        ref={(element) => {
          area = element;
        }}
        class={input.input}
        aria-label="Queued words"
        dir="auto"
        rows={1}
        value={props.words}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.isComposing) props.onCancel();
          else if (sends(event)) save();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <Show when={props.other}>
        {(words) => (
          <p class={styles.other} role="status">
            Another window has changed it to “<bdi>{inOneLine(words())}</bdi>”. Save to have yours instead, or cancel to
            keep that.
          </p>
        )}
      </Show>
      <div class={styles.actions}>
        <Show when={props.note}>
          <span class={styles.note}>{props.note}</span>
        </Show>
        <Button variant="quiet" onClick={() => props.onCancel()}>
          Cancel
        </Button>
        <Button variant="primary" busy={props.busy || isEmpty()} onClick={save}>
          Save
        </Button>
      </div>
    </div>
  );
}
