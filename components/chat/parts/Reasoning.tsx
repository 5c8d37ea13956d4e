import { Show } from "solid-js";
import type { ReasoningPart } from "../../../lib/model";
import { useApp } from "../../app/context";
import { elapsed } from "../../tools/elapsed";
import { Fold } from "../../tools/Fold";
import { Brain } from "../../ui/icons";
import { StateMark } from "../../ui/StateMark";
import { useChat } from "../chat-context";
import { GrowingText } from "./GrowingText";
import styles from "./parts.module.css";

/** What the model thought, folded unless the user wants it otherwise. */
export function Reasoning(props: { part: ReasoningPart }) {
  const app = useApp();
  const chat = useChat();
  const thinking = () => props.part.endedAt === undefined && chat.working();
  const took = () => {
    const { startedAt, endedAt } = props.part;
    return startedAt !== undefined && endedAt !== undefined ? elapsed(endedAt - startedAt) : "";
  };
  const sofar = () => (props.part.startedAt === undefined ? "" : elapsed(chat.now() - props.part.startedAt));
  return (
    <Fold
      class={styles.quiet}
      unfolded={app.reading.choices().reasoning === "unfolded"}
      head={
        <Show
          when={thinking()}
          fallback={
            <>
              <Brain />
              <span>{took() ? `Thought for ${took()}` : "Thought"}</span>
            </>
          }
        >
          <StateMark mark="working" />
          <span>Thinking</span>
          <span class={styles.time} aria-hidden="true">
            {sofar()}
          </span>
        </Show>
      }
    >
      <div class={styles.thought}>
        <GrowingText part={props.part} />
      </div>
    </Fold>
  );
}
