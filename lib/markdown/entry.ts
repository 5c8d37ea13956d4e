import type { Token, Tokens } from "marked";
import type { Block, CodeBlock, HtmlBlock } from "./block";
import { type InlineState, type Lexed, lastRun, lexBlocks, lexInline } from "./lexer";
import { loosen, siblingMarker } from "./list-items";
import type { References } from "./references";
import { codeText, languageOf, renderListItem, renderTokens } from "./render";
import { repairInline } from "./repair-inline";
import { fenceIsClosed, isFence } from "./settle";

/** A leaf of the text (a block, or one item of a list) with what is needed to tell whether it is still right. */
export interface Entry<B extends Block = HtmlBlock | CodeBlock> extends InlineState {
  block: B;
  /** Source it was made from. */
  source: string;
  /** State of `inLink` that it started with. */
  startsInLink: boolean;
  /** Shown with its open constructs closed: not what its source means. */
  repaired: boolean;
}

/** Where and in what state a leaf is read. */
export interface Place {
  key: string;
  lexed: Lexed;
  references: References;
  inLink: boolean;
  /** Close what is open at its end, because more text will come. */
  repair: boolean;
}

function readInline(token: Token, place: Place): InlineState {
  const last = place.repair ? lastRun(token, place.lexed.runs) : undefined;
  return lexInline(token, place.lexed, place.references, place.inLink, (text, list) =>
    list === last?.list ? repairInline(text) : text,
  );
}

export function readBlock(token: Token, place: Place): Entry {
  const base = { source: token.raw, startsInLink: place.inLink, repaired: place.repair };
  if (token.type === "code") {
    const block: CodeBlock = {
      kind: "code",
      key: `${place.key}:code`,
      language: isFence(token) ? languageOf(token.lang) : "",
      text: codeText(token.text ?? ""),
      open: isFence(token) && !fenceIsClosed(token.raw),
    };
    return { ...base, block, lookups: new Map(), inLink: place.inLink };
  }
  const inline = readInline(token, place);
  return { ...base, ...inline, block: { kind: "html", key: `${place.key}:html`, html: renderTokens([token]) } };
}

export function readItem(item: Tokens.ListItem, loose: boolean, place: Place): Entry<HtmlBlock> {
  if (loose) loosen(item);
  const inline = readInline(item, place);
  const block: HtmlBlock = { kind: "html", key: place.key, html: renderListItem(item) };
  return { block, source: item.raw, startsInLink: place.inLink, repaired: place.repair, ...inline };
}

/** Reads a settled block again, because a definition it uses has changed. */
export function rereadBlock(entry: Entry, references: References): Entry {
  const lexed = lexBlocks(entry.source, references);
  const key = entry.block.key.replace(/:[a-z]+$/, "");
  const token = lexed.tokens[0];
  if (!token) return entry;
  return readBlock(token, { key, lexed, references, inLink: entry.startsInLink, repair: false });
}

/** Reads a settled item again, because a definition it uses or the looseness of its list has changed. */
export function rereadItem(entry: Entry<HtmlBlock>, loose: boolean, references: References): Entry<HtmlBlock> {
  // The last item of a list is trimmed. One before it keeps the blank lines at its end only with a sibling after it.
  const sibling = entry.source.endsWith("\n") ? siblingMarker(entry.source) : "";
  const lexed = lexBlocks(entry.source + sibling, references);
  const list = lexed.tokens[0];
  const item = list?.type === "list" ? (list as Tokens.List).items[0] : undefined;
  if (!item) return entry;
  return readItem(item, loose, { key: entry.block.key, lexed, references, inLink: entry.startsInLink, repair: false });
}
