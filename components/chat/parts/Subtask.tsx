import type { SubtaskPart } from "../../../lib/model";
import { Fold } from "../../tools/Fold";
import { LongText } from "../../tools/LongText";
import { Bot } from "../../ui/icons";
import styles from "./parts.module.css";

/** A prompt for a subagent. */
export function Subtask(props: { task: Pick<SubtaskPart, "agent" | "description" | "prompt"> }) {
  return (
    <Fold
      class={styles.quiet}
      head={
        <>
          <Bot />
          <span class={styles.ellipsis}>
            For {props.task.agent}: <bdi>{props.task.description}</bdi>
          </span>
        </>
      }
    >
      <LongText label="Prompt for the subagent" text={props.task.prompt} />
    </Fold>
  );
}
