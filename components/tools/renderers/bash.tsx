import Terminal from "lucide-solid/icons/terminal";
import { Show } from "solid-js";
import { LongText } from "../LongText";
import { firstLine, metadataOf, outputOf, type ToolRenderer, textOf } from "../tool";

function exitNote(exit: unknown): string | undefined {
  return typeof exit === "number" && exit !== 0 ? `exit code ${exit}` : undefined;
}

/** Commands. */
export const bash: ToolRenderer = {
  tools: ["bash", "shell"],
  summary(part) {
    const note = exitNote(metadataOf(part).exit);
    return {
      icon: Terminal,
      verb: { base: "Run", doing: "Running", done: "Ran" },
      subject: firstLine(textOf(part.state.input, "command")) || "a command",
      code: true,
      ...(note ? { note } : {}),
    };
  },
  Detail: (props) => (
    <>
      <Show when={textOf(props.part.state.input, "description")}>{(what) => <p dir="auto">{what()}</p>}</Show>
      <LongText label="Command" text={textOf(props.part.state.input, "command")} />
      <Show
        when={outputOf(props.part)}
        fallback={<p>No output{props.part.state.status === "running" ? " yet" : ""}</p>}
      >
        {(output) => (
          <LongText
            label="Output"
            text={output()}
            {...(props.part.state.status === "error" ? { tone: "bad" as const } : {})}
          />
        )}
      </Show>
    </>
  ),
};
