import { createMemo, Show } from "solid-js";
import type { Message, Part } from "../../../lib/model";
import { Compaction } from "../parts/Compaction";
import { contentOf, isNothing } from "./content";
import styles from "./message.module.css";
import { SentAt } from "./SentAt";
import { UserActions } from "./UserActions";
import { UserContent } from "./UserContent";

export function UserMessage(props: { message: Message; parts: Part[] }) {
  const content = createMemo(() => contentOf(props.parts));
  // The server keeps the request to compact as a message of the user's.
  const compaction = createMemo(() => props.parts.find((part) => part.type === "compaction"));
  return (
    <article
      class={isNothing(content()) ? styles.other : styles.you}
      aria-label="You"
      data-message-id={props.message.id}
      data-at-hand={isNothing(content()) ? undefined : "own"}
    >
      <Show when={compaction()}>{(part) => <Compaction auto={part().auto} />}</Show>
      <Show when={!isNothing(content())}>
        <UserContent content={content()} id={props.message.id} />
        <SentAt at={props.message.createdAt} class={styles.sent} />
        <UserActions message={props.message} parts={props.parts} content={content()} />
      </Show>
    </article>
  );
}
