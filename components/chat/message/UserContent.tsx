import { createComputed, createMemo, createSignal, For, Show } from "solid-js";
import type { MessageId } from "../../../lib/model";
import { linkedWords } from "../../files/linked-words";
import { excerptOf } from "../../tools/excerpt";
import { useChat } from "../chat-context";
import { createFileLinks } from "../markdown/file-links";
import { Subtask } from "../parts/Subtask";
import { Unknown } from "../parts/Unknown";
import type { UserContent as Content } from "./content";
import { SentContext } from "./SentContext";
import { SentFile } from "./SentFile";
import styles from "./UserContent.module.css";
import { Words } from "./Words";

/** Longer messages of the user show their beginning: what matters is the answer. */
const MAX_LINES = 24;

/** What the user sent: chips first, then the words as they were typed. */
export function UserContent(props: { content: Content; id?: MessageId }) {
  const chat = useChat();
  const [all, setAll] = createSignal(false);
  createComputed(() => {
    if (props.id !== undefined && chat.find.revealed()?.pieceId === props.id) setAll(true);
  });
  const links = createFileLinks();
  const excerpt = createMemo(() => excerptOf(props.content.text, MAX_LINES));
  return (
    <div class={styles.bubble}>
      <For each={props.content.context}>{(context) => <SentContext context={context} />}</For>
      <Show when={props.content.files.length > 0}>
        <div class={styles.files}>
          <For each={props.content.files}>{(file) => <SentFile file={file} />}</For>
        </div>
      </Show>
      <For each={props.content.agents}>{(agent) => <p class={styles.aside}>For the agent {agent}</p>}</For>
      <For each={props.content.subtasks}>{(task) => <Subtask task={task} />}</For>
      <For each={props.content.unknown}>{(part) => <Unknown kind={part.kind} raw={part.raw} />}</For>
      <Show when={props.content.text}>
        <p ref={links?.root} class={styles.text} dir="auto" data-find={props.id}>
          {/* Made anew for another text. */}
          <Show when={all() && props.content.text} keyed fallback={linkedWords(excerpt().text, links)}>
            {(text) => <Words text={text} />}
          </Show>
        </p>
      </Show>
      <Show when={excerpt().cut}>
        <button type="button" class={styles.more} aria-expanded={all()} onClick={() => setAll(!all())}>
          {all() ? "Show less" : "Show all"}
        </button>
      </Show>
    </div>
  );
}
