/** Hits that are counted at most: whoever has more looks for something else. */
export const MOST_HITS = 1_000_000;

/** Where something is in a file: the `nth` time in a line, counted from 1, up to a column behind it. */
export interface LineHit {
  line: number;
  nth: number;
  end: number;
}

/** Where a pattern is in a file, in order; at most {@link MOST_HITS}. */
export function hitsIn(lines: readonly string[], pattern: RegExp): LineHit[] {
  const hits: LineHit[] = [];
  for (const [at, text] of lines.entries()) {
    let nth = 0;
    for (const { 0: match, index } of text.matchAll(pattern)) {
      hits.push({ line: at + 1, nth: nth++, end: index + match.length });
      if (hits.length === MOST_HITS) return hits;
    }
  }
  return hits;
}

/** The first hit at a line or below it; without one, the first of all. */
export function firstFrom(hits: readonly LineHit[], line: number): number {
  return Math.max(
    0,
    hits.findIndex((hit) => hit.line >= line),
  );
}

/** The lines of "12", "12-20" or "20 - 12", counted from 1, within a file of so many. */
export function rangeWithin(words: string, count: number): [first: number, last: number] | undefined {
  const [, one, other = one] = /^\s*(\d{1,9})\s*(?:[-–:]\s*(\d{1,9})\s*)?$/.exec(words) ?? [];
  if (one === undefined || other === undefined) return undefined;
  const [first = 1, last = 1] = [Number(one), Number(other)]
    .sort((a, b) => a - b)
    .map((line) => Math.min(Math.max(1, line), Math.max(1, count)));
  return [first, last];
}
