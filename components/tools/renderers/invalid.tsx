import { Show } from "solid-js";
import { Unplug } from "../../ui/icons";
import { Given } from "../Given";
import { LongText } from "../LongText";
import { Result } from "../Result";
import { type ToolRenderer, textOf } from "../tool";

/** Calls that the server could not make sense of: it completes them as a tool of this name [recorded on 1.18.33]. */
export const invalid: ToolRenderer = {
  tools: ["invalid"],
  summary: (part) => ({
    icon: Unplug,
    verb: { base: "Call", doing: "Calling", done: "Called" },
    subject: textOf(part.state.input, "tool") || "a tool",
    code: true,
    note: "not possible",
  }),
  Detail: (props) => (
    <Show
      when={textOf(props.part.state.input, "error")}
      fallback={
        <>
          <Given input={props.part.state.input} names={[]} />
          <Result part={props.part} />
        </>
      }
    >
      {(error) => <LongText label="Error" text={error()} tone="bad" />}
    </Show>
  ),
};
