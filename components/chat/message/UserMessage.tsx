import { createMemo } from "solid-js";
import type { Message, Part } from "../../../lib/model";
import { contentOf } from "./content";
import styles from "./message.module.css";
import { UserContent } from "./UserContent";

export function UserMessage(props: { message: Message; parts: Part[] }) {
  const content = createMemo(() => contentOf(props.parts));
  return (
    <article class={styles.you} aria-label="You" data-message-id={props.message.id}>
      <UserContent content={content()} />
    </article>
  );
}
