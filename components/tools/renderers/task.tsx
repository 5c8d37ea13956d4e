import Bot from "lucide-solid/icons/bot";
import { Show } from "solid-js";
import { LongText } from "../LongText";
import { outputOf, type ToolRenderer, textOf } from "../tool";

/** Work handed to a subagent. */
export const task: ToolRenderer = {
  tools: ["task"],
  summary(part) {
    const agent = textOf(part.state.input, "subagent_type", "agent");
    return {
      icon: Bot,
      verb: { base: "Hand over", doing: "Working on", done: "Worked on" },
      subject: textOf(part.state.input, "description") || "a task",
      ...(agent ? { note: agent } : {}),
    };
  },
  Detail: (props) => (
    <>
      <LongText label="What the subagent was asked" text={textOf(props.part.state.input, "prompt")} />
      <Show when={outputOf(props.part)}>{(output) => <LongText label="What it answered" text={output()} />}</Show>
    </>
  ),
};
