import * as v from "valibot";
import { cleanLine } from "./clean";

/** Where in a file a comment of the user's belongs. `side`: whether the line is counted before or after the change. */
export interface CommentPlace {
  /** Below the session's directory. */
  path: string;
  /** Counted from 1. */
  line: number;
  side: "before" | "after";
  /** The line as it stands there; only its beginning, if it is long. */
  quote: string;
}

export const CommentPlaceSchema: v.GenericSchema<unknown, CommentPlace> = v.object({
  path: v.string(),
  line: v.number(),
  side: v.picklist(["before", "after"]),
  quote: v.string(),
});

const QUOTE_LIMIT = 500;
const BEFORE = " (before the change)";

/** How a comment's place stands at the head of what is sent. Its words are the user's own: nothing warns of them. */
export function placeHead({ path, line, side, quote }: CommentPlace): string[] {
  return [
    `File: ${cleanLine(path, Number.MAX_SAFE_INTEGER)}`,
    `Line: ${line}${side === "before" ? BEFORE : ""}`,
    ...(quote.trim() === "" ? [] : [`Code: ${cleanLine(quote, QUOTE_LIMIT)}`]),
  ];
}

/** The place that such a head tells of; undefined for any other. */
export function readPlace(head: readonly string[]): CommentPlace | undefined {
  const field = (name: string) => head.find((line) => line.startsWith(name))?.slice(name.length);
  const path = field("File: ");
  const [, line, before] = /^(\d+)( \(before the change\))?$/.exec(field("Line: ") ?? "") ?? [];
  if (path === undefined || line === undefined) return undefined;
  return { path, line: Number(line), side: before ? "before" : "after", quote: field("Code: ") ?? "" };
}

/** "main.ts:3" */
export function placeLabel({ path, line }: CommentPlace): string {
  return `${path.split(/[\\/]/).at(-1) ?? path}:${line}`;
}
