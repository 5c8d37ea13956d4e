import { type JSX, Show } from "solid-js";
import type { ToolPart } from "../../lib/model";
import { LongText } from "./LongText";
import { refusalOf } from "./refusal";

/** Why a call has failed, or who did not allow it; nothing for any other. */
export function Failure(props: { part: ToolPart }): JSX.Element {
  const error = () => (props.part.state.status === "error" ? props.part.state.error : "");
  return (
    <Show when={error()}>
      <Show when={refusalOf(error())} fallback={<LongText label="Error" text={error()} tone="bad" />}>
        {(words) => <LongText label="Why not" text={words()} />}
      </Show>
    </Show>
  );
}
