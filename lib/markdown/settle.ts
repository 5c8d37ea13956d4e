import type { Token } from "marked";
import { startOfTrailing } from "./line-ends";

/** Kinds that a complete first line decides, whatever stands before them and whatever follows. */
const startsByItself = (token: Token): boolean =>
  token.type === "heading" ||
  token.type === "hr" ||
  token.type === "blockquote" ||
  token.type === "list" ||
  isFence(token);

export const isFence = (token: Token): boolean => token.type === "code" && token.codeBlockStyle !== "indented";

/** A list that may follow a paragraph without a blank line. */
const INTERRUPTS_PARAGRAPH = /^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/;

const FENCE = /^( {0,3})(`{3,}|~{3,})/;

/** True if a fenced code block has its closing line. */
export function fenceIsClosed(raw: string): boolean {
  const marks = FENCE.exec(raw)?.[2];
  if (!marks) return false;
  const lines = raw.replace(/\n+$/, "").split("\n");
  const close = lines.length > 1 ? /^ {0,3}(`{3,}|~{3,}) *$/.exec(lines.at(-1) ?? "")?.[1] : undefined;
  return close !== undefined && close[0] === marks[0] && close.length >= marks.length;
}

/** CommonMark's HTML blocks 1 to 5 run to their end mark, across blank lines; the others end at a blank line. */
function htmlIsClosed(raw: string): boolean {
  const open = /^ {0,3}<(?:(script|pre|style|textarea)[\s>]|(!--)|(\?)|(!\[CDATA\[)|(![a-z]))/i.exec(raw);
  if (!open) return true;
  const [, tag, comment, instruction, cdata] = open;
  if (tag) return raw.toLowerCase().includes(`</${tag.toLowerCase()}>`);
  if (comment) return /^ {0,3}<!--(?:-?>|[\s\S]*?-->)/.test(raw);
  if (instruction) return raw.includes("?>");
  return raw.includes(cdata ? "]]>" : ">");
}

/**
 * True if text from here on may yet become a link reference definition that reaches beyond the next blank line:
 * marked lets a title in quotes or brackets, and a label with a backslash before the line's end, run across it.
 */
function mayBecomeDefinition(text: string): boolean {
  if (!/^ {0,3}\[/.test(text)) return false;
  const label = /^ {0,3}\[(?:\\[\s\S]|[^[\]\\])*/.exec(text)?.[0] ?? "";
  if (label.length === text.length) return /\\\n/.test(label);
  const title = /^ {0,3}\[(?:\\[\s\S]|[^[\]\\])+\]: *(?:\n[ \t]*)?\S+\s+(["'(])([\s\S]*)$/.exec(text);
  if (!title?.[1] || title[2] === undefined) return false;
  const closer = title[1] === "(" ? ")" : title[1];
  return !title[2].replace(/\\[\s\S]/g, "").includes(closer);
}

/** The line at `rest` cannot continue a list or indented code above a blank line, however it goes on. */
const leavesList = (rest: string): boolean => /^(?:[^\s*+\-\d]|[*+-][^\s])/.test(rest) || /^\S[^\n]*\n/.test(rest);

function isSettled(source: string, start: number, end: number, token: Token, next: Token | undefined): boolean {
  const rest = source.slice(end);
  const firstLineIsWhole = rest.includes("\n");
  if (mayBecomeDefinition(source.slice(start))) return false;
  if (next && firstLineIsWhole && startsByItself(next)) {
    // marked also ends a paragraph at a line which the next one may turn into a table's header, and finds a list there.
    if (token.type === "paragraph" && next.type === "list") return INTERRUPTS_PARAGRAPH.test(next.raw);
    return token.type !== "html" || htmlIsClosed(token.raw);
  }
  const gap = source.slice(startOfTrailing(source, " \t\n", start, end), end);
  const firstLineEnd = gap.indexOf("\n");
  const lineIsWhole = firstLineEnd >= 0;
  const blankLine = lineIsWhole && gap.includes("\n", firstLineEnd + 1);
  switch (token.type) {
    case "heading":
    case "hr":
      return lineIsWhole;
    case "code":
      if (isFence(token)) return lineIsWhole && fenceIsClosed(token.raw);
      return blankLine && leavesList(rest);
    case "list":
      return blankLine && leavesList(rest);
    case "html":
      return blankLine && htmlIsClosed(token.raw);
    case "paragraph":
    case "table":
    case "blockquote":
    case "def":
      return blankLine;
    default:
      return false;
  }
}

/** Where text stops being able to change: `tokens` counts the tokens before `offset`. */
export interface Settled {
  tokens: number;
  offset: number;
}

/**
 * Finds the furthest place in `source` up to which no text appended later can change the tokens: lexing may start
 * afresh from there. Rests on how marked ends each kind of block; when in doubt, a block counts as still growing.
 */
export function findSettled(source: string, tokens: readonly Token[]): Settled {
  let settled: Settled = { tokens: 0, offset: 0 };
  let offset = 0;
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    if (!token) break;
    const start = offset;
    let end = i;
    for (let part: Token | undefined = token; part; part = tokens[end]) {
      if (end > i && part.type !== "space") break;
      if (!source.startsWith(part.raw, offset)) return settled;
      offset += part.raw.length;
      end++;
    }
    i = end;
    // White space at the very end may be the indent of the line to come.
    const lineStart = offset === source.length ? startOfTrailing(source, " \t", start, offset) : offset;
    if (token.type === "space") {
      settled = { tokens: end, offset: Math.max(start, lineStart) };
      continue;
    }
    if (lineStart <= start || !isSettled(source, start, lineStart, token, tokens[end])) {
      if (mayBecomeDefinition(source.slice(start))) return settled;
      continue;
    }
    settled = { tokens: end, offset: lineStart };
  }
  return settled;
}
