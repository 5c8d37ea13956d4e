import { Show } from "solid-js";
import type { ToolPart } from "../../../lib/model";
import { Terminal } from "../../ui/icons";
import { shortened } from "../excerpt";
import { Failure } from "../Failure";
import { Given } from "../Given";
import { NoneYet } from "../NoneYet";
import { TerminalText } from "../TerminalText";
import { firstLine, metadataOf, outputOf, relativePath, type ToolRenderer, textOf } from "../tool";

function exitCode(part: ToolPart): number | undefined {
  const { exit } = metadataOf(part);
  return typeof exit === "number" ? exit : undefined;
}

/** What the command has put out, also one that was stopped. */
function putOut(part: ToolPart): string {
  const { output } = metadataOf(part);
  return part.state.status === "error" ? (typeof output === "string" ? output : "") : outputOf(part);
}

function exitNote(part: ToolPart): string | undefined {
  const code = exitCode(part);
  return code === undefined ? undefined : `Exit code ${code}`;
}

/** Commands. */
export const bash: ToolRenderer = {
  tools: ["bash", "shell"],
  unfolds: "shell",
  summary(part) {
    const code = exitCode(part);
    return {
      icon: Terminal,
      verb: { base: "Run", doing: "Running", done: "Ran" },
      subject: firstLine(textOf(part.state.input, "command")) || "a command",
      code: true,
      ...(code ? { note: `exit code ${code}` } : {}),
    };
  },
  Detail: (props) => (
    <>
      <Show when={textOf(props.part.state.input, "description")}>
        {(what) => <p dir="auto">{shortened(what(), 1000)}</p>}
      </Show>
      <Given label="Command" input={props.part.state.input} names={["command"]} />
      <Show when={textOf(props.part.state.input, "workdir")}>
        {(folder) => (
          <p>
            In <bdi>{shortened(relativePath(folder(), props.context.directory))}</bdi>
          </p>
        )}
      </Show>
      <Show
        when={putOut(props.part)}
        fallback={
          <Show when={props.part.state.status === "completed"} fallback={<NoneYet part={props.part} />}>
            <p>No output</p>
          </Show>
        }
      >
        {(output) => <TerminalText label="Output" text={output()} note={exitNote(props.part)} />}
      </Show>
      <Failure part={props.part} />
    </>
  ),
};
