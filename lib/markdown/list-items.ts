import type { Token, Tokens } from "marked";
import { startOfTrailing } from "./line-ends";

/** True if this item, followed by another one, makes marked call its list loose: a blank line inside it or after it. */
export function loosensList(item: Tokens.ListItem): boolean {
  const gap = item.raw.slice(startOfTrailing(item.raw, " \t\n"));
  if (gap.indexOf("\n") < gap.lastIndexOf("\n")) return true;
  return item.tokens.some((token) => token.type === "space" && /\n.*\n/.test(token.raw));
}

/** Puts the item's text in paragraphs, as in a loose list; does what marked does when it finds the list loose. */
export function loosen(item: Tokens.ListItem): void {
  if (item.loose) return;
  item.loose = true;
  const first: Token | undefined = item.tokens[0];
  for (const token of item.tokens) if (token.type === "text") token.type = "paragraph";
  if (first?.type !== "checkbox") return;
  const text = item.tokens[1];
  if (text?.type === "paragraph" && text.tokens) {
    text.tokens.unshift(first);
    item.tokens.shift();
  } else {
    item.tokens[0] = { type: "paragraph", raw: first.raw, text: first.raw, tokens: [first] };
  }
}

/** A next item for the list that an item with this source belongs to. */
export const siblingMarker = (source: string): string => `${/^ {0,3}(?:[*+-]|\d{1,9}[.)])/.exec(source)?.[0] ?? "-"} x`;
