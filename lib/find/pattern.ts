const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * What finds a query in a text: in any case, white space of any kind and length standing for that of the query.
 * `undefined` for a query of nothing else.
 */
export function patternOf(query: string): RegExp | undefined {
  const words = query.trim().replace(SYNTAX, "\\$&");
  return words === "" ? undefined : new RegExp(words.replace(/\s+/gu, "\\s+"), "giu");
}

/**
 * What a Markdown source has to match if the text it shows does: reading Markdown costs more than a look for a word.
 * The longest word of the query stands in the source as it is, unless markup begins or ends in the middle of it.
 */
export function hintOf(query: string): RegExp | undefined {
  const words = [...query.matchAll(WORD)].map(([word]) => word);
  const longest = words.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : new RegExp(longest, "iu");
}

/** How often a pattern is in a text. */
export function countIn(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
