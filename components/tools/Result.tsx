import { createMemo, type JSX, Show } from "solid-js";
import type { ToolPart } from "../../lib/model";
import { Failure } from "./Failure";
import { LongText } from "./LongText";
import { NoneYet } from "./NoneYet";
import { outputOf } from "./tool";

/** Longer answers are shown as they came. */
const MAX_CHARACTERS = 200_000;

/** JSON of one line is set out in lines; any other text is left as it is. */
export function laidOut(text: string): string {
  if (!/^\s*[[{]/.test(text) || text.trim().includes("\n") || text.length > MAX_CHARACTERS) return text;
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

/** What a tool has answered, or why it has not. */
export function Result(props: { part: ToolPart }): JSX.Element {
  const output = createMemo(() => laidOut(outputOf(props.part)));
  return (
    <Show
      when={output()}
      fallback={
        <Show when={props.part.state.status === "completed"} fallback={<NoneYet part={props.part} />}>
          <p>No output</p>
        </Show>
      }
    >
      {(text) => (
        <Show when={props.part.state.status === "error"} fallback={<LongText label="Output" text={text()} />}>
          <Failure part={props.part} />
        </Show>
      )}
    </Show>
  );
}
