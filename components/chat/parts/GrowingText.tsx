import { Show } from "solid-js";
import type { GrowingPart } from "../../../lib/model";
import { useChat } from "../chat-context";
import { createIsLong, LongMarkdown, Markdown } from "../markdown";
import styles from "./parts.module.css";

/** Markdown that may still grow, with a mark where words have not arrived. */
export function GrowingText(props: { part: GrowingPart }) {
  const streaming = () => props.part.endedAt === undefined;
  return (
    <div class={styles.text} data-find={props.part.id}>
      <Show
        when={props.part.gapAt !== undefined}
        fallback={<Words part={props.part} from={0} text={props.part.text} streaming={streaming()} />}
      >
        <Words part={props.part} from={0} text={props.part.text.slice(0, props.part.gapAt)} streaming={false} />
        <p class={styles.gap}>Part of this text is still on its way</p>
        <Words
          part={props.part}
          from={props.part.gapAt ?? 0}
          text={props.part.text.slice(props.part.gapAt)}
          streaming={streaming()}
        />
      </Show>
    </div>
  );
}

/** What there is of a part without a gap, `from` an offset on. */
function Words(props: { part: GrowingPart; from: number; text: string; streaming: boolean }) {
  const chat = useChat();
  const isLong = createIsLong(() => props.text);
  const at = () => {
    const revealed = chat.find.revealed();
    return revealed?.pieceId === props.part.id ? revealed.from : undefined;
  };
  return (
    <Show when={isLong()} fallback={<Markdown text={props.text} streaming={props.streaming} />}>
      <LongMarkdown text={props.text} streaming={props.streaming} base={props.from} at={at()} />
    </Show>
  );
}
