import input from "../ui/input.module.css";
import styles from "./requests.module.css";

export interface OwnAnswerProps {
  multiple: boolean;
  group: string;
  text: string;
  checked: boolean;
  onChoose(on: boolean): void;
  onInput(text: string): void;
}

/** An answer in the user's own words; writing it chooses it. */
export function OwnAnswer(props: OwnAnswerProps) {
  return (
    <div class={styles.option}>
      <input
        type={props.multiple ? "checkbox" : "radio"}
        name={props.group}
        aria-label="Your own answer"
        checked={props.checked}
        onChange={(event) => props.onChoose(event.currentTarget.checked)}
      />
      <input
        type="text"
        class={`${input.input} ${styles.own}`}
        aria-label="Answer in your own words"
        placeholder="Your own answer"
        dir="auto"
        autocomplete="off"
        value={props.text}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  );
}
