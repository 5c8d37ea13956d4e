import type { Component } from "solid-js";
import { Dynamic } from "solid-js/web";
import { type Part, splitSessionKey, type ToolPart } from "../../../lib/model";
import { phaseOf } from "../../tools/phase";
import { RevealProvider } from "../../tools/reveal";
import { ToolCall } from "../../tools/ToolCall";
import { useChat } from "../chat-context";
import { Compaction } from "./Compaction";
import { FileChip } from "./FileChip";
import { GrowingText } from "./GrowingText";
import styles from "./parts.module.css";
import { Reasoning } from "./Reasoning";
import { Retry } from "./Retry";
import { Subtask } from "./Subtask";
import { Unknown } from "./Unknown";

type View<T extends Part["type"]> = Component<{ part: Extract<Part, { type: T }> }>;

/** A view that opens when a search leads into it. */
const found = <T extends Part["type"]>(Inner: View<T>): View<T> =>
  function Found(props) {
    const chat = useChat();
    return (
      <RevealProvider value={() => chat.find.revealed()?.pieceId === props.part.id}>
        <Inner part={props.part} />
      </RevealProvider>
    );
  };

const VIEWS: { [T in Part["type"]]: View<T> | undefined } = {
  text: GrowingText,
  reasoning: found(Reasoning),
  tool: found(Tool),
  file: (props) => <FileChip file={props.part} />,
  subtask: found((props) => <Subtask task={props.part} />),
  agent: (props) => <p class={styles.note}>For the agent {props.part.name}</p>,
  step: undefined,
  patch: undefined,
  retry: Retry,
  compaction: (props) => <Compaction auto={props.part.auto} />,
  unknown: found((props) => <Unknown kind={props.part.kind} raw={props.part.raw} />),
};

/** One part of an answer, by its kind. */
export function PartView(props: { part: Part }) {
  // Looked up, because a `Switch` keeps two computations for every kind that a part is not.
  return <Dynamic component={VIEWS[props.part.type] as Component<{ part: Part }> | undefined} part={props.part} />;
}

function Tool(props: { part: ToolPart }) {
  const chat = useChat();
  return (
    <div data-find={props.part.id}>
      <ToolCall
        part={props.part}
        phase={phaseOf(props.part, chat.requests(), chat.working() || !chat.live())}
        server={splitSessionKey(chat.key).server}
        directory={chat.session().directory}
      />
    </div>
  );
}
