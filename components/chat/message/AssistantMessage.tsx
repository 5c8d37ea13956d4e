import { createMemo, mapArray, Show } from "solid-js";
import type { Message, Part, PartId } from "../../../lib/model";
import { useApp } from "../../app/context";
import { Explored } from "../../tools/Explored";
import { RevealProvider } from "../../tools/reveal";
import { KeyedFor } from "../../ui/KeyedFor";
import { useChat } from "../chat-context";
import type { Place } from "../conversation/turns";
import { type Block, blocksOf, exploredWords, isVisible } from "../parts/blocks";
import { PartView } from "../parts/PartView";
import { MessageError } from "./MessageError";
import styles from "./message.module.css";
import { TurnEnd } from "./TurnEnd";

/** A stable key of a block: the list below is keyed by it, so that a block lives as long as its first part. */
const keyOf = (block: Block): string => (block.type === "part" ? block.id : `explored ${block.ids[0]}`);

const exploredOf = (block: Block): PartId[] | undefined => (block.type === "explored" ? block.ids : undefined);
const idOf = (block: Block): PartId | undefined => (block.type === "part" ? block.id : undefined);

export function AssistantMessage(props: { message: Message; parts: Part[]; place: Place }) {
  const app = useApp();
  const chat = useChat();
  /** A thought that the user does not want to see, as long as no search leads into it. */
  const isHidden = (part: Part) =>
    part.type === "reasoning" &&
    app.reading.choices().reasoning === "hidden" &&
    chat.find.revealed()?.pieceId !== part.id;
  // One memo a part: a growing text asks again on every delta, and only its first word changes the list.
  const parts = mapArray(
    () => props.parts,
    (part) => ({ part, visible: createMemo(() => isVisible(part) && !isHidden(part)) }),
  );
  const shown = () => parts().flatMap(({ part, visible }) => (visible() ? [part] : []));
  const partOf = (id: PartId) => chat.transcript().parts[id];
  const words = (ids: PartId[]) =>
    exploredWords(
      ids.flatMap((id) => {
        const part = partOf(id);
        return part?.type === "tool" ? [part.tool] : [];
      }),
    );
  const view = (id: PartId) => <Show when={partOf(id)}>{(part) => <PartView part={part()} />}</Show>;
  return (
    <article
      class={styles.assistant}
      aria-label="Assistant"
      data-message-id={props.message.id}
      data-at-hand="answer"
      data-continues={props.place.first ? undefined : ""}
    >
      <Show when={props.message.isSummary}>
        <p class={styles.detail}>Summary of the conversation before</p>
      </Show>
      <KeyedFor each={blocksOf(shown())} by={keyOf}>
        {(block) => {
          // A key stands for one kind of block.
          const explored = () => exploredOf(block()) ?? [];
          const id = idOf(block());
          if (id !== undefined) return view(id);
          return (
            <RevealProvider value={() => explored().includes(chat.find.revealed()?.pieceId ?? "")}>
              <Explored items={explored()} words={words(explored())}>
                {view}
              </Explored>
            </RevealProvider>
          );
        }}
      </KeyedFor>
      <Show when={props.message.error}>{(error) => <MessageError error={error()} />}</Show>
      <Show when={props.place.last}>
        <TurnEnd message={props.message} place={props.place} />
      </Show>
    </article>
  );
}
