import { Show } from "solid-js";
import type { GrowingPart } from "../../../lib/model";
import { Markdown } from "../markdown";
import styles from "./parts.module.css";

/** Markdown that may still grow, with a mark where words have not arrived. */
export function GrowingText(props: { part: GrowingPart }) {
  const streaming = () => props.part.endedAt === undefined;
  return (
    <div class={styles.text} data-find={props.part.id}>
      <Show
        when={props.part.gapAt !== undefined}
        fallback={<Markdown text={props.part.text} streaming={streaming()} />}
      >
        <Markdown text={props.part.text.slice(0, props.part.gapAt)} streaming={false} />
        <p class={styles.gap}>Part of this text is still on its way</p>
        <Markdown text={props.part.text.slice(props.part.gapAt)} streaming={streaming()} />
      </Show>
    </div>
  );
}
