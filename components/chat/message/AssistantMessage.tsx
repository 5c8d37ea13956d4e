import { Show } from "solid-js";
import type { Message, PartId } from "../../../lib/model";
import { Explored } from "../../tools/Explored";
import { RevealProvider } from "../../tools/reveal";
import { KeyedFor } from "../../ui/KeyedFor";
import { useChat } from "../chat-context";
import type { Place } from "../conversation/turns";
import { type Block, exploredWords, subjectOf } from "../parts/blocks";
import { PartView } from "../parts/PartView";
import { MessageError } from "./MessageError";
import styles from "./message.module.css";
import { TurnEnd } from "./TurnEnd";

/** A stable key of a block: the list below is keyed by it, so that a block lives as long as its first part. */
const keyOf = (block: Block): string => (block.type === "part" ? block.id : `explored ${block.ids[0]}`);

const exploredOf = (block: Block): PartId[] | undefined => (block.type === "explored" ? block.ids : undefined);
const idOf = (block: Block): PartId | undefined => (block.type === "part" ? block.id : undefined);

export function AssistantMessage(props: { message: Message; place: Place; blocks: readonly Block[] }) {
  const chat = useChat();
  const partOf = (id: PartId) => chat.transcript().parts[id];
  const callsOf = (ids: readonly PartId[]) =>
    ids.flatMap((id) => {
      const part = partOf(id);
      return part?.type === "tool" ? [part] : [];
    });
  const words = (ids: readonly PartId[]) => exploredWords(callsOf(ids).map(({ tool }) => tool));
  const now = (ids: readonly PartId[]) => {
    const call = callsOf(ids).findLast(({ state }) => state.status === "running" || state.status === "pending");
    return call && subjectOf(call, chat.session().directory);
  };
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
      <KeyedFor each={props.blocks} by={keyOf}>
        {(block) => {
          // A key stands for one kind of block.
          const explored = () => exploredOf(block()) ?? [];
          const id = idOf(block());
          if (id !== undefined) return view(id);
          return (
            <RevealProvider value={() => explored().includes(chat.find.revealed()?.pieceId ?? "")}>
              <Explored ids={explored()} words={words(explored())} now={now(explored())}>
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
