import { createMemo, Show } from "solid-js";
import type { AgentError } from "../../../lib/model";
import { StateMark } from "../../ui/StateMark";
import { errorWords } from "./errors";
import styles from "./message.module.css";

/** Why an answer ended before it was finished. */
export function MessageError(props: { error: AgentError }) {
  const words = createMemo(() => errorWords(props.error));
  return (
    <div class={styles.error} data-calm={words().calm ? "" : undefined}>
      <StateMark mark={words().calm ? "none" : "failed"} />
      <div class={styles.reason}>
        <p dir="auto">{words().title}</p>
        <Show when={words().detail}>
          {(detail) => (
            <p class={styles.detail} dir="auto">
              {detail()}
            </p>
          )}
        </Show>
      </div>
    </div>
  );
}
