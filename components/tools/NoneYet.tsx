import { type JSX, Show } from "solid-js";
import type { ToolPart } from "../../lib/model";

/** Says of a call that runs that nothing has come of it so far. */
export function NoneYet(props: { part: ToolPart }): JSX.Element {
  return (
    <Show when={props.part.state.status === "running"}>
      <p>No output yet</p>
    </Show>
  );
}
