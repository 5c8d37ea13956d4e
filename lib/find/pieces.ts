import type { Message, MessageId, Part, PartId, Prompt, ToolPart } from "../model";
import { splitFences } from "../page/fence";
import { BREAK } from "./plain";

/**
 * What is looked through as one: the words of a user, a text or a thought of an agent, the input and output of a tool.
 * A call counts once, however often it has what is looked for: its line and its details say much of it twice.
 */
export interface Piece {
  /** The message's id for a user's words, else the part's. */
  id: MessageId | PartId;
  kind: "words" | "markdown" | "call";
  text: string;
}

/** What somebody wrote: their texts without what was attached from pages and what the program added. */
export function wordsOf(parts: readonly { type: string; text?: string; synthetic?: boolean }[]): string {
  const texts = parts.flatMap((part) =>
    part.type === "text" && !part.synthetic
      ? splitFences(part.text ?? "").flatMap((stretch) => (stretch.type === "text" ? [stretch.text.trim()] : []))
      : [],
  );
  return texts.filter((text) => text !== "").join("\n\n");
}

/** The words of a prompt as the user wrote them: of a line of shell without its mark. */
export function promptWords({ parts, run }: Pick<Prompt, "parts" | "run">): string {
  return run?.type === "shell" ? run.command : wordsOf(parts);
}

/** The pieces of a message, in the order in which they are shown. */
export function piecesOf(message: Message, parts: readonly Part[]): Piece[] {
  if (message.role !== "assistant") return [{ id: message.id, kind: "words", text: wordsOf(parts) }];
  return parts.flatMap((part): Piece[] => {
    if (part.type === "reasoning" || (part.type === "text" && !part.synthetic)) {
      return [{ id: part.id, kind: "markdown", text: part.text }];
    }
    return part.type === "tool" ? [{ id: part.id, kind: "call", text: callText(part) }] : [];
  });
}

function callText({ state }: ToolPart): string {
  const ends = state.status === "completed" ? state.output : state.status === "error" ? state.error : "";
  return [...stringsOf(state.input), ends].join(BREAK);
}

/** Inputs come from a model: nothing is known of their shape. */
function stringsOf(value: unknown, depth = 0): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || depth > 4) return [];
  return Object.values(value).flatMap((inner) => stringsOf(inner, depth + 1));
}
