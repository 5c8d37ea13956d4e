import { Match, Switch } from "solid-js";
import { type Part, splitSessionKey } from "../../../lib/model";
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

/** The part if it is of that type; keeps its type through a `Match`. */
function only<T extends Part["type"]>(part: Part, type: T): Extract<Part, { type: T }> | undefined {
  return part.type === type ? (part as Extract<Part, { type: T }>) : undefined;
}

/** One part of an answer, by its kind. */
export function PartView(props: { part: Part }) {
  const chat = useChat();
  return (
    <RevealProvider value={() => chat.find.revealed() === props.part.id}>
      <Switch>
        <Match when={only(props.part, "text")}>{(part) => <GrowingText part={part()} />}</Match>
        <Match when={only(props.part, "reasoning")}>{(part) => <Reasoning part={part()} />}</Match>
        <Match when={only(props.part, "tool")}>
          {(part) => (
            <div data-find={part().id}>
              <ToolCall
                part={part()}
                phase={phaseOf(part(), chat.requests(), chat.working() || !chat.live())}
                server={splitSessionKey(chat.key).server}
                directory={chat.session().directory}
              />
            </div>
          )}
        </Match>
        <Match when={only(props.part, "file")}>{(part) => <FileChip file={part()} />}</Match>
        <Match when={only(props.part, "subtask")}>{(part) => <Subtask task={part()} />}</Match>
        <Match when={only(props.part, "agent")}>
          {(part) => <p class={styles.note}>For the agent {part().name}</p>}
        </Match>
        <Match when={only(props.part, "retry")}>{(part) => <Retry part={part()} />}</Match>
        <Match when={only(props.part, "compaction")}>{(part) => <Compaction auto={part().auto} />}</Match>
        <Match when={only(props.part, "unknown")}>{(part) => <Unknown kind={part().kind} raw={part().raw} />}</Match>
      </Switch>
    </RevealProvider>
  );
}
