import { diffWordsWithSpace } from "diff";
import type { CodeLine, TokenKind } from "../../lib/markdown/highlight/protocol";
import type { DiffLine } from "./diff";

/** Offsets in a line, from the first to behind the last. */
export type Mark = readonly [from: number, to: number];

/** A stretch of a line: its colour as code, and whether it is what changed in the line. */
export interface DiffPiece {
  text: string;
  kind?: TokenKind | undefined;
  marked: boolean;
}

/** Longer lines are seldom written by hand, and dear to compare. */
const MAX_CHARACTERS = 400;
/** Words that may differ before two lines have nothing to do with each other. */
const MAX_WORDS = 60;
/** The share of a line that must be the same for the rest of it to be told. */
const LEAST_SAME = 0.3;

/** What of a changed line is not in the line that took its place, or whose place it took. */
export function marksOf({ text, other }: DiffLine): Mark[] {
  if (other === undefined || Math.max(text.length, other.length) > MAX_CHARACTERS) return [];
  const changes = diffWordsWithSpace(other, text, { maxEditLength: MAX_WORDS });
  const marks: Mark[] = [];
  let at = 0;
  let same = 0;
  for (const { value, added, removed } of changes ?? []) {
    if (removed) continue;
    if (added) marks.push([at, at + value.length]);
    else same += value.trim().length;
    at += value.length;
  }
  return same >= text.trim().length * LEAST_SAME ? marks : [];
}

/** A line in stretches of one look. @param tokens of the whole line; without them it has no colours yet. */
export function diffPieces(text: string, tokens: CodeLine | undefined, marks: readonly Mark[]): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let at = 0;
  for (const [token, kind] of tokens ?? [[text]]) {
    const end = at + token.length;
    while (at < end) {
      const mark = marks.find(([, to]) => to > at);
      const marked = mark !== undefined && mark[0] <= at;
      const edge = Math.min(end, (marked ? mark[1] : mark?.[0]) ?? end);
      pieces.push({ text: text.slice(at, edge), kind, marked });
      at = edge;
    }
  }
  return pieces;
}
