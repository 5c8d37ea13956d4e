import { type JSX, Show } from "solid-js";
import type { ToolPart } from "../../lib/model";
import styles from "./Failure.module.css";
import { LongText } from "./LongText";
import { refusalOf } from "./refusal";

/** Why a call has failed, or who did not allow it; nothing for any other. */
export function Failure(props: { part: ToolPart }): JSX.Element {
  const error = () => (props.part.state.status === "error" ? props.part.state.error : "");
  return (
    <Show when={error()}>
      <Show when={refusalOf(error())} fallback={<LongText label="Error" text={error()} tone="bad" />}>
        {(words) => (
          // biome-ignore lint/a11y/useSemanticElements: it names a paragraph
          <p class={styles.why} role="group" aria-label="Why not" dir="auto">
            {words()}
          </p>
        )}
      </Show>
    </Show>
  );
}
