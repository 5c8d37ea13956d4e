import type { OutboxEntry, PromptPart } from "../model";
import type { Identify } from "../opencode/identifier";
import { parseFence } from "../page/fence";
import { runOf } from "./commands";

/**
 * A prompt that waits with other words. What goes along with them stays, except what the words named and name no more; a line of
 * shell stays one.
 *
 * @param kind The words are `/name words` with the name of a command.
 */
export function reworded(
  entry: OutboxEntry,
  words: string,
  kind: "command" | undefined,
  identify: Identify,
): OutboxEntry {
  const { parts, run: before, ...prompt } = entry.prompt;
  const isShell = before?.type === "shell";
  const text = isShell ? `!${words}` : words;
  const held = parts.find(isWords);
  const others = parts.flatMap((part): PromptPart[] => (isWords(part) ? [] : named(part, text)));
  const fenced = others.flatMap((part) => (part.type === "text" ? [part.text] : []));
  // Where the composer puts them: behind what comes from pages, before what is named and attached.
  const own: PromptPart = { id: held?.id ?? identify("prt"), type: "text", text };
  const next = [...others.slice(0, fenced.length), own, ...others.slice(fenced.length)];
  const run = isShell ? runOf({ kind: "shell", text: words }, []) : runOf({ text, ...(kind ? { kind } : {}) }, fenced);
  return { ...entry, prompt: { ...prompt, parts: next, ...(run ? { run } : {}) } };
}

/** Whether it is what the user wrote, not what is attached from a page. */
function isWords(part: PromptPart): boolean {
  return part.type === "text" && parseFence(part.text) === undefined;
}

/** What is named by words, where these name it now; nothing when they do not. What stands for itself stays as it is. */
function named(part: PromptPart, words: string): PromptPart[] {
  if (part.type === "text" || !part.source) return [part];
  const { value } = part.source;
  const start = words.indexOf(value);
  return start === -1 ? [] : [{ ...part, source: { value, start, end: start + value.length } }];
}
