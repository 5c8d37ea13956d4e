import type { ToolInput, ToolPart } from "../model";
import { details, fenced, htmlCode } from "./blocks";

/** A call of a tool, folded: what it was asked and what came of it. */
export function toolMarkdown(part: ToolPart): string {
  const { state } = part;
  const subject = subjectOf(state.input);
  const failed = state.status === "error" ? " (failed)" : state.status === "completed" ? "" : " (not finished)";
  return details(`${htmlCode(part.tool)}${subject === "" ? "" : ` ${htmlCode(subject)}`}${failed}`, [
    inputOf(part),
    outputOf(part),
    ...(state.status === "completed"
      ? state.attachments.map(({ filename, mime }) => `Attached: ${filename ?? mime}`)
      : []),
  ]);
}

/** Fields that tell in a line what a call is about, the best first. */
const SUBJECTS = ["command", "filePath", "path", "pattern", "url", "query", "description", "name"];
/** Characters of a subject: it stands in one line. */
const LONGEST = 120;

function subjectOf(input: ToolInput): string {
  const subject = SUBJECTS.map((name) => textOf(input, name)).find((text) => text !== "") ?? "";
  const line = subject.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

function inputOf(part: ToolPart): string {
  const { input } = part.state;
  if (part.tool === "bash" && textOf(input, "command") !== "") return fenced(textOf(input, "command"), "sh");
  const diff = part.state.status === "pending" ? undefined : part.state.metadata.diff;
  if (typeof diff === "string" && diff !== "") return fenced(diff, "diff");
  if (part.tool === "todowrite") return todosOf(input);
  if (part.tool === "task" && textOf(input, "prompt") !== "") return textOf(input, "prompt");
  return Object.keys(input).length === 0 ? "" : fenced(JSON.stringify(input, null, 2), "json");
}

function outputOf({ tool, state }: ToolPart): string {
  if (state.status === "error") return fenced(state.error);
  // The list was the input.
  if (state.status !== "completed" || tool === "todowrite") return "";
  return state.output.trim() === "" ? "" : fenced(state.output);
}

function todosOf({ todos }: ToolInput): string {
  if (!Array.isArray(todos)) return "";
  const lines = todos.flatMap((todo: unknown) => {
    if (typeof todo !== "object" || todo === null || !("content" in todo)) return [];
    const isDone = "status" in todo && todo.status === "completed";
    return [`- [${isDone ? "x" : " "}] ${String(todo.content).replace(/\s+/g, " ")}`];
  });
  return lines.join("\n");
}

function textOf(input: ToolInput, name: string): string {
  const value = input[name];
  return typeof value === "string" ? value : "";
}
