import { LONE_HIGH_SURROGATE } from "./clean";

/** What is taken from a page at once, in UTF-16 units: about 25,000 tokens, more than anyone selects by intent. */
export const TEXT_LIMIT = 100_000;

/**
 * Cuts `text` to `TEXT_LIMIT` and says so in its last line, for the user and the model alike. `fullLength`: the length
 * on the page, only when `text` is already no more than its beginning.
 */
export function limitText(text: string, fullLength?: number): string {
  if (text.length <= TEXT_LIMIT && fullLength === undefined) return text;
  const head = text.slice(0, TEXT_LIMIT).replace(LONE_HIGH_SURROGATE, "");
  const length = Math.max(fullLength ?? 0, text.length).toLocaleString("en");
  return `${head}\n\n[Cut here: the first ${head.length.toLocaleString("en")} of ${length} characters]`;
}
