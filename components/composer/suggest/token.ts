/** A word under the caret that a list can complete; from `start` to `end` in UTF-16 units a choice takes its place. */
export interface Token {
  type: "command" | "mention";
  /** What was typed of it up to the caret, without its sign. */
  query: string;
  start: number;
  end: number;
}

/** Units before the caret that are looked at: the text may be a megabyte, and this is done for each key. */
const REACH = 300;

/** The word under the caret when it begins with "/" at the text's beginning, or with "@" at its own. */
export function tokenAt(text: string, caret: number): Token | undefined {
  const from = Math.max(0, caret - REACH);
  const [word = ""] = /\S*$/.exec(text.slice(from, caret)) ?? [];
  const start = caret - word.length;
  // A sign that was just set before a word is no beginning of that, and a sentence's comma no end of a name.
  const [following = ""] = word.length === 1 ? [] : (/^\S*/.exec(text.slice(caret, caret + REACH)) ?? []);
  const rest = following.replace(/[,.;:!?)\]}"'”’»]+$/, "");
  const token = { query: word.slice(1), start, end: caret + rest.length };
  if (word.startsWith("/") && start === 0) return { type: "command", ...token };
  return word.startsWith("@") && (start === 0 || start > from) ? { type: "mention", ...token } : undefined;
}

/** What a choice puts where in a text: it takes the token's place, with a space behind it. */
export function completion(text: string, { start, end }: Token, choice: string) {
  return { start, end: text.charAt(end) === " " ? end + 1 : end, words: `${choice} ` };
}
