import { mentionOfFile, mentionWord, namedIn, type OutboxEntry, type PromptPart, placeOfWord } from "../model";
import { withLines } from "../opencode/file-url";
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
  const values = new Set(parts.flatMap((part) => (part.type === "text" || !part.source ? [] : part.source.value)));
  const others = parts.flatMap((part): PromptPart[] => (isWords(part) ? [] : named(part, text, values)));
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
function named(part: PromptPart, words: string, values: Set<string>): PromptPart[] {
  if (part.type === "text" || !part.source) return [part];
  const at = (value: string, start: number) => ({ source: { value, start, end: start + value.length } });
  const { value } = part.source;
  const place = placeOfWord(value, words);
  if (place !== -1) return [{ ...part, ...at(value, place) }];
  // Other lines of the same file may be meant now.
  const mention = part.type === "file" ? mentionOfFile(part) : undefined;
  const other = mention && namedIn(mention, words).find((one) => !values.has(mentionWord(one)));
  if (part.type !== "file" || other?.type !== "file") return [];
  const word = mentionWord(other);
  values.add(word);
  const url = withLines(part.url.replace(/\?.*$/, ""), other.lines);
  return [{ ...part, filename: word.slice(1), url, ...at(word, placeOfWord(word, words)) }];
}
