import type { SearchRow } from "./search-hits";

/** Lines of a file, from `first` to `last` of `total`. */
export interface FileRead {
  type: "file";
  path: string;
  text: string;
  first: number;
  last: number;
  total: number;
}

/** What is in a folder; the last row says how much was left out. */
export interface FolderRead {
  type: "folder";
  path: string;
  rows: SearchRow[];
}

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0;

/** What was read, apart from the words around it that are meant for the model; undefined where the server does not tell [1.18.33]. */
export function displayOf({ display }: Record<string, unknown>): FileRead | FolderRead | undefined {
  if (typeof display !== "object" || display === null) return undefined;
  const { type, path, text, lineStart, lineEnd, totalLines, entries, totalEntries } = display as Record<
    string,
    unknown
  >;
  if (typeof path !== "string") return undefined;
  if (type === "file" && typeof text === "string" && isCount(lineStart) && isCount(lineEnd) && isCount(totalLines)) {
    return { type, path, text, first: lineStart, last: lineEnd, total: totalLines };
  }
  if (type !== "directory" || !Array.isArray(entries)) return undefined;
  const names = entries.filter((name: unknown) => typeof name === "string");
  const folder = path.replace(/[\\/]+$/, "");
  const sign = folder.includes("\\") && !folder.includes("/") ? "\\" : "/";
  const rows: SearchRow[] = names.map((name) => ({ type: "file", path: `${folder}${sign}${name}` }));
  const left = isCount(totalEntries) ? totalEntries - names.length : 0;
  if (left > 0) rows.push({ type: "note", text: `${left.toLocaleString()} more are there` });
  return { type: "folder", path, rows };
}
