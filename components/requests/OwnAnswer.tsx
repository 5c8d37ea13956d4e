import { createAutosize } from "../composer/autosize";
import { sends } from "../composer/keys";
import input from "../ui/input.module.css";
import styles from "./requests.module.css";

export interface OwnAnswerProps {
  multiple: boolean;
  group: string;
  text: string;
  checked: boolean;
  onChoose(on: boolean): void;
  onInput(text: string): void;
  onSubmit(): void;
}

/** An answer in the user's own words; writing it chooses it. Enter goes on as in the composer, Shift+Enter breaks the line. */
export function OwnAnswer(props: OwnAnswerProps) {
  let area: HTMLTextAreaElement | undefined;
  createAutosize(
    () => area,
    () => props.text,
  );
  return (
    <div class={styles.option}>
      <input
        type={props.multiple ? "checkbox" : "radio"}
        name={props.group}
        aria-label="Your own answer"
        checked={props.checked}
        onChange={(event) => props.onChoose(event.currentTarget.checked)}
      />
      <textarea
        ref={(element) => {
          area = element;
        }}
        rows={1}
        class={`${input.input} ${styles.own}`}
        aria-label="Answer in your own words"
        placeholder="Your own answer"
        dir="auto"
        value={props.text}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!sends(event) || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          props.onSubmit();
        }}
      />
    </div>
  );
}
