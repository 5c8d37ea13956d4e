import type { SearchRow } from "./search-hits";

/** What a language server found in a file after it was written. `line` counts from 1. */
interface Problem {
  path: string;
  line: number;
  text: string;
  isError: boolean;
}

/** What language servers found after a call, by how much it matters for it. */
export interface Problems {
  /** Errors in what the call wrote. */
  errors: SearchRow[];
  errorCount: number;
  /** Warnings in it, and errors elsewhere in the project. */
  others: SearchRow[];
  warningCount: number;
  elsewhereCount: number;
}

/** Severities of the Language Server Protocol; notes and hints are no problems. */
const ERROR = 1;
const WARNING = 2;
/** Most problems that are looked at: what comes from a server may have no end. */
const MOST = 2_000;

function problemOf(path: string, value: unknown): Problem[] {
  if (typeof value !== "object" || value === null || !("message" in value) || typeof value.message !== "string")
    return [];
  const severity = "severity" in value ? value.severity : ERROR;
  if (severity !== ERROR && severity !== WARNING) return [];
  return [
    {
      path,
      line: lineOf("range" in value ? value.range : undefined),
      text: value.message,
      isError: severity === ERROR,
    },
  ];
}

/** The line a range begins in, from 1; the first one for what is no range. */
function lineOf(range: unknown): number {
  if (typeof range !== "object" || range === null || !("start" in range)) return 1;
  const { start } = range;
  if (typeof start !== "object" || start === null || !("line" in start)) return 1;
  return Number.isSafeInteger(start.line) ? Number(start.line) + 1 : 1;
}

/** In the order of the lines, each file named above its own. */
function rowsOf(problems: readonly Problem[]): SearchRow[] {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) byFile.set(problem.path, [...(byFile.get(problem.path) ?? []), problem]);
  return [...byFile].flatMap(([path, found]): SearchRow[] => [
    { type: "file", path },
    ...found
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, text }): SearchRow => ({ type: "line", path, line, text })),
  ]);
}

/**
 * What the metadata of an edit says under `diagnostics`: the problems of every file that a language server has open, by
 * absolute path [read in 1.18.33].
 *
 * @param isOwn whether the call wrote the file
 */
export function problemsOf(metadata: Record<string, unknown>, isOwn: (path: string) => boolean): Problems | undefined {
  const { diagnostics } = metadata;
  if (typeof diagnostics !== "object" || diagnostics === null) return undefined;
  const all = Object.entries(diagnostics)
    .flatMap(([path, found]: [string, unknown]) =>
      Array.isArray(found) ? found.slice(0, MOST).flatMap((one: unknown) => problemOf(path, one)) : [],
    )
    .slice(0, MOST);
  const errors = all.filter(({ path, isError }) => isError && isOwn(path));
  const warnings = all.filter(({ path, isError }) => !isError && isOwn(path));
  const elsewhere = all.filter(({ path, isError }) => isError && !isOwn(path));
  if (errors.length + warnings.length + elsewhere.length === 0) return undefined;
  return {
    errors: rowsOf(errors),
    errorCount: errors.length,
    others: [...rowsOf(warnings), ...rowsOf(elsewhere)],
    warningCount: warnings.length,
    elsewhereCount: elsewhere.length,
  };
}

const counted = (count: number, word: string) => `${count.toLocaleString()} ${word}${count === 1 ? "" : "s"}`;

/** "2 errors"; "" without. */
export function errorWords({ errorCount }: Problems): string {
  return errorCount > 0 ? counted(errorCount, "error") : "";
}

/** "1 warning, 3 errors in other files". */
export function otherWords({ warningCount, elsewhereCount }: Problems): string {
  return [
    ...(warningCount > 0 ? [counted(warningCount, "warning")] : []),
    ...(elsewhereCount > 0 ? [`${counted(elsewhereCount, "error")} in other files`] : []),
  ].join(", ");
}
