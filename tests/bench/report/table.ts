import { type Summary, summarise } from "../measure/statistics";
import type { Verdict } from "./budgets";
import type { Results } from "./results";
import { figureWords } from "./words";

/** Everything in lines for a terminal: medians, the quartiles in brackets, the ratio, and what became of the budgets. */
export function table({ figures, curves }: Results, verdicts: readonly Verdict[]): string {
  const rows = [["", "ours", "web UI", "ratio", ""]];
  for (const { what, unit, ours, web } of figures) rows.push(row(what, ours, web, unit));
  for (const { what, unit, by, points } of curves) {
    rows.push([`${what}, by ${by}`, "", "", "", ""]);
    for (const { at, ours, web } of points) rows.push(row(`  ${at.toLocaleString("en")}`, ours, web, unit));
  }
  const budgets = verdicts.map(({ what, value, limit, unit, met, portable }) => {
    const mark = met ? "ok" : portable ? "MISSED" : "missed here";
    return [what, figureWords(value), `≤ ${figureWords(limit)} ${unit}`, mark, ""];
  });
  return [...columns(rows), "", ...columns(budgets)].join("\n");
}

function row(what: string, ours: readonly number[], web: readonly number[], unit: string): string[] {
  const own = summarise(ours);
  const theirs = summarise(web);
  const ratio = ours.length > 0 && web.length > 0 ? figureWords(own.median / theirs.median) : "";
  return [what, cell(own), cell(theirs), ratio, unit];
}

function cell({ n, median, q1, q3 }: Summary): string {
  if (n === 0) return "";
  return n === 1 ? figureWords(median) : `${figureWords(median)} (${figureWords(q1)}–${figureWords(q3)})`;
}

function columns(rows: string[][]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, cells) => cells.map((cell, at) => Math.max(cell.length, widest[at] ?? 0)),
    [],
  );
  return rows.map((cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
