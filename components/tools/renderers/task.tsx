import { Show } from "solid-js";
import type { ToolPart } from "../../../lib/model";
import { Bot } from "../../ui/icons";
import { Given } from "../Given";
import { MarkdownText } from "../MarkdownText";
import { Result } from "../Result";
import { metadataOf, outputOf, type ToolRenderer, textOf } from "../tool";

/** The server wraps the answer: `<task id="…" state="completed">\n<task_result>\n…\n</task_result>\n</task>` [1.18.33]. */
const RESULT = /^<task\b[^>]*>\s*<task_result>\n?([\s\S]*?)\n?<\/task_result>\s*<\/task>\s*$/;

function answerOf(part: ToolPart): string {
  const output = outputOf(part);
  return RESULT.exec(output)?.[1] ?? output;
}

/** Work handed to a subagent, which does it in a session of its own. */
export const task: ToolRenderer = {
  tools: ["task"],
  summary(part) {
    const agent = textOf(part.state.input, "subagent_type", "agent");
    // There as soon as the subagent has begun [recorded on 1.18.33].
    const { sessionId } = metadataOf(part);
    return {
      icon: Bot,
      verb: { base: "Hand over", doing: "Working on", done: "Worked on" },
      subject: textOf(part.state.input, "description") || "a task",
      ...(agent ? { note: agent } : {}),
      ...(typeof sessionId === "string" && sessionId !== "" ? { session: sessionId } : {}),
    };
  },
  Detail: (props) => (
    <>
      <Given label="What the subagent was asked" input={props.part.state.input} names={["prompt"]} />
      <Show when={props.part.state.status !== "error"} fallback={<Result part={props.part} />}>
        <Show when={answerOf(props.part)}>{(answer) => <MarkdownText label="What it answered" text={answer()} />}</Show>
      </Show>
    </>
  ),
};
