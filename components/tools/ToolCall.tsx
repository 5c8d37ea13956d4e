import { createMemo, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { ToolPart } from "../../lib/model";
import { Fold } from "./Fold";
import { LongText } from "./LongText";
import type { ToolPhase } from "./phase";
import { rendererOf } from "./registry";
import styles from "./ToolCall.module.css";
import { ToolLine } from "./ToolLine";
import type { ToolContext } from "./tool";

/** A tool call: one line that opens to its input and output. */
export function ToolCall(props: { part: ToolPart; phase: ToolPhase; directory: string }): JSX.Element {
  const renderer = createMemo(() => rendererOf(props.part.tool));
  const context = (): ToolContext => ({ phase: props.phase, directory: props.directory });
  const summary = createMemo(() => renderer().summary(props.part, context()));
  return (
    <Fold class={styles.tool} head={<ToolLine part={props.part} summary={summary()} context={context()} />}>
      <div class={styles.detail}>
        <Show when={summary().path}>{(path) => <bdi class={styles.path}>{path()}</bdi>}</Show>
        <Dynamic component={renderer().Detail} part={props.part} context={context()} />
        <Show when={props.part.state.status === "pending" && props.part.state}>
          {(state) => <Show when={state().raw}>{(raw) => <LongText label="Input so far" text={raw()} />}</Show>}
        </Show>
      </div>
    </Fold>
  );
}
