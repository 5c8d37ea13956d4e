import type { DiffLine } from "../tools/diff";

/** A row of a diff side by side; a line that is the same stands on both. */
export interface SplitRow {
  before: DiffLine | undefined;
  after: DiffLine | undefined;
}

/** Removed lines beside those added in their place, one by one. */
export function rowsOf(lines: readonly DiffLine[]): SplitRow[] {
  const rows: SplitRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = (): void => {
    for (let at = 0; at < Math.max(removed.length, added.length); at++) {
      rows.push({ before: removed[at], after: added[at] });
    }
    removed = [];
    added = [];
  };
  for (const line of lines) {
    if (line.kind === "removed") {
      if (added.length > 0) flush();
      removed.push(line);
    } else if (line.kind === "added") added.push(line);
    else {
      flush();
      rows.push({ before: line, after: line });
    }
  }
  flush();
  return rows;
}
