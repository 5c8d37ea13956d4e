import { Unplug } from "../../ui/icons";
import { LongText } from "../LongText";
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
  Detail: (props) => <LongText label="Error" text={textOf(props.part.state.input, "error")} tone="bad" />,
};
