import { type Lines, rangeOf } from "../model";

/** The address of a file, of which only some lines are meant, as servers of 1.x read it [measured on 1.18.33]. */
export function withLines(url: string, lines: Lines | undefined): string {
  if (lines === undefined) return url;
  const { start, end } = rangeOf(lines);
  return `${url}?start=${start}${end === undefined ? "" : `&end=${end}`}`;
}
