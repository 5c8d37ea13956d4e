/** Lines that are made at once; of more, those that are seen. */
export const CHUNK = 100;
/** Characters of a line that are shown before the rest is asked for. */
export const LONG_LINE = 2_000;

/** The lines of a file; what ends the last one opens no line of its own. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines;
}

export function chunksOf<T>(lines: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(lines.length / CHUNK) }, (_, at) => lines.slice(at * CHUNK, (at + 1) * CHUNK));
}

/** A line that is there: `wanted` counts from 1. */
export function lineWithin(wanted: number, count: number): number {
  return Math.min(Math.max(1, Math.floor(wanted)), Math.max(1, count));
}
