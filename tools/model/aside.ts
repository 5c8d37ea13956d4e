import { ownWords } from "./own-words";
import type { ModelRequest } from "./request";

const WORDS = 6;

/**
 * The answer to what OpenCode asks a model for itself, beside the conversation: a session's title, the summary of a
 * long conversation. Nothing for all other requests. These offer no tools, and say what they are in the system prompt.
 */
export function aside(request: ModelRequest): string | undefined {
  if (request.tools.length > 0) return undefined;
  if (/title generator/i.test(request.system)) return title(request.prompt);
  if (/summar/i.test(request.system.slice(0, 200))) return "The conversation so far, in short.";
  return undefined;
}

/** A short title: the first words of what the user wrote, or else of the page that came along. */
export function title(prompt: string): string {
  const { text, items } = ownWords(prompt);
  const lines = text
    .replace(/(`{3,})[\s\S]*?\1/g, "")
    .split("\n")
    .map((line) => line.replace(/[#*_`>"“”]/g, "").trim());
  const words = lines.find((line) => /\p{L}/u.test(line)) ?? items[0]?.title ?? "";
  return words.split(/\s+/).slice(0, WORDS).join(" ") || "Untitled";
}
