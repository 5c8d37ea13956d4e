import { wordsOf } from "../../../lib/find/pieces";
import { type FileRef, mentionOfFile, type Part, type PromptPart, type SubtaskPart } from "../../../lib/model";
import { type Fenced, splitFences } from "../../../lib/page/fence";

/** What a user's message holds, sorted by how it is shown. */
export interface UserContent {
  /** Pieces of web pages; `raw` is the text as it was sent. */
  context: { item: Fenced; raw: string }[];
  text: string;
  files: FileRef[];
  agents: string[];
  subtasks: Pick<SubtaskPart, "agent" | "description" | "prompt">[];
  unknown: { kind: string; raw: unknown }[];
}

export function isNothing(content: UserContent): boolean {
  const { text, context, files, agents, subtasks, unknown } = content;
  return text === "" && [context, files, agents, subtasks, unknown].every((list) => list.length === 0);
}

/** Whether the composer can hold all of it: files of the project, and those whose bytes are there. */
export function canBeWritten(content: UserContent): boolean {
  const { files, subtasks, unknown } = content;
  if (isNothing(content) || subtasks.length > 0 || unknown.length > 0) return false;
  return files.every((file) => file.url.startsWith("data:") || mentionOfFile(file) !== undefined);
}

/** Sorts the parts of a message, or of a prompt on its way. What the program added around the prompt is left out. */
export function contentOf(parts: readonly (Part | PromptPart)[]): UserContent {
  const content: UserContent = { context: [], text: wordsOf(parts), files: [], agents: [], subtasks: [], unknown: [] };
  for (const part of parts) {
    if (part.type === "text") {
      for (const stretch of splitFences(part.text)) {
        if (stretch.type === "context") content.context.push({ item: stretch.item, raw: stretch.raw });
      }
    } else if (part.type === "file") {
      content.files.push(part);
    } else if (part.type === "agent") {
      content.agents.push(part.name);
    } else if (part.type === "subtask") {
      content.subtasks.push(part);
    } else if (part.type === "unknown") {
      content.unknown.push({ kind: part.kind, raw: part.raw });
    }
  }
  return content;
}
