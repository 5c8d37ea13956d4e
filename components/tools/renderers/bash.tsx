import { createMemo, Show } from "solid-js";
import type { ToolPart } from "../../../lib/model";
import { Terminal } from "../../ui/icons";
import { AboutOutput } from "../AboutOutput";
import { shortened } from "../excerpt";
import { Failure } from "../Failure";
import { Given } from "../Given";
import { NoneYet } from "../NoneYet";
import { TerminalText } from "../TerminalText";
import { firstLine, metadataOf, relativePath, type ToolRenderer, textOf } from "../tool";
import { hasTimedOut, type Unwrapped, unwrappedCommand } from "../wrapping";

function exitCode(part: ToolPart): number | undefined {
  const { exit } = metadataOf(part);
  return typeof exit === "number" ? exit : undefined;
}

/** What the command has put out, also one that was stopped. */
function putOut(part: ToolPart): Unwrapped {
  const metadata = metadataOf(part);
  if (part.state.status === "completed") return unwrappedCommand(part.state.output, metadata);
  const { output } = metadata;
  return { text: typeof output === "string" ? output : "", notes: [] };
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
    const isLate = part.state.status === "completed" && hasTimedOut(part.state.output);
    return {
      icon: Terminal,
      verb: { base: "Run", doing: "Running", done: "Ran" },
      subject: firstLine(textOf(part.state.input, "command")) || "a command",
      code: true,
      ...(code ? { note: `exit code ${code}` } : isLate ? { note: "timed out" } : {}),
    };
  },
  Detail: (props) => {
    const output = createMemo(() => putOut(props.part));
    return (
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
          when={output().text}
          fallback={
            <Show when={props.part.state.status === "completed"} fallback={<NoneYet part={props.part} />}>
              <p>No output</p>
            </Show>
          }
        >
          {(text) => <TerminalText label="Output" text={text()} note={exitNote(props.part)} />}
        </Show>
        <AboutOutput about={output()} />
        <Failure part={props.part} />
      </>
    );
  },
};
