/**
 * What the user named by `@`: a file of the project, by its path below the session's directory with a slash at the end for a
 * folder, or a subagent.
 */
export type Mention = { type: "file"; path: string } | { type: "agent"; name: string };

/** A mention as it stands in the user's words. It is its key, too: nothing is mentioned twice. */
export function mentionWord(mention: Mention): string {
  return `@${mention.type === "file" ? mention.path : mention.name}`;
}

/** More of a name after a mention's word: that was another mention. */
const LONGER = /^(?:[./-]*[\p{L}\p{N}_]|\/)/u;

/** Where a mention's word stands in a text on its own (UTF-16 units), not as the beginning of a longer one; -1 when nowhere. */
export function placeOfMention(mention: Mention, text: string): number {
  const word = mentionWord(mention);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const after = text.slice(at + word.length, at + word.length + 8);
    if (!(word.endsWith("/") ? /^\.?[\p{L}\p{N}_]/u : LONGER).test(after)) return at;
  }
  return -1;
}
