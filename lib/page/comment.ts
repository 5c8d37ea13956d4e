import * as v from "valibot";
import { cleanLine } from "./clean";

/** Where in a file a comment of the user's belongs. `side`: whether the line is counted before or after the change. */
export interface CommentPlace {
  /** Below the session's directory. */
  path: string;
  /** Counted from 1. */
  line: number;
  /** The last line, of several. */
  endLine?: number;
  side: "before" | "after";
  /** The first line as it stands there; only its beginning, if it is long. */
  quote: string;
}

export const CommentPlaceSchema: v.GenericSchema<unknown, CommentPlace> = v.object({
  path: v.string(),
  line: v.number(),
  endLine: v.exactOptional(v.number()),
  side: v.picklist(["before", "after"]),
  quote: v.string(),
});

const QUOTE_LIMIT = 500;
const BEFORE = " (before the change)";

/** How a comment's place stands at the head of what is sent. Its words are the user's own: nothing warns of them. */
export function placeHead({ path, line, endLine, side, quote }: CommentPlace): string[] {
  return [
    `File: ${cleanLine(path, Number.MAX_SAFE_INTEGER)}`,
    `${endLine === undefined ? `Line: ${line}` : `Lines: ${line}-${endLine}`}${side === "before" ? BEFORE : ""}`,
    ...(quote.trim() === "" ? [] : [`Code: ${cleanLine(quote, QUOTE_LIMIT)}`]),
  ];
}

/** The place that such a head tells of; undefined for any other. */
export function readPlace(head: readonly string[]): CommentPlace | undefined {
  const field = (name: string) => head.find((line) => line.startsWith(name))?.slice(name.length);
  const path = field("File: ");
  const lines = field("Line: ") ?? field("Lines: ") ?? "";
  const [, line, endLine, before] = /^(\d+)(?:-(\d+))?( \(before the change\))?$/.exec(lines) ?? [];
  if (path === undefined || line === undefined) return undefined;
  return {
    path,
    line: Number(line),
    ...(endLine === undefined ? {} : { endLine: Number(endLine) }),
    side: before ? "before" : "after",
    quote: field("Code: ") ?? "",
  };
}

/** "main.ts:3", "main.ts:3-9" */
export function placeLabel({ path, line, endLine }: CommentPlace): string {
  return `${path.split(/[\\/]/).at(-1) ?? path}:${line}${endLine === undefined ? "" : `-${endLine}`}`;
}

/** "line 3", "lines 3 to 9" */
export const linesWord = ({ line, endLine }: Pick<CommentPlace, "line" | "endLine">): string =>
  endLine === undefined ? `line ${line}` : `lines ${line} to ${endLine}`;
