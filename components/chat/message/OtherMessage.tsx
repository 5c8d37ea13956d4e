import { createMemo, Show } from "solid-js";
import type { Message, Part } from "../../../lib/model";
import { Unknown } from "../parts/Unknown";
import { contentOf } from "./content";
import styles from "./message.module.css";

/** A row that is neither the user's nor the agent's. */
export function OtherMessage(props: { message: Message; parts: Part[] }) {
  const text = createMemo(() => contentOf(props.parts).text);
  const kind = () => props.message.kind ?? "a row without a kind";
  return (
    <article class={styles.other} aria-label={kind()} data-message-id={props.message.id}>
      <Show when={text()} fallback={<Unknown kind={kind()} raw={props.parts} />}>
        <p dir="auto" data-find={props.message.id}>
          {text()}
        </p>
      </Show>
    </article>
  );
}
