export interface DiffLine {
  kind: "same" | "added" | "removed" | "skip";
  /** Line number in the new file; of removed lines, in the old one. Absent for what is skipped. */
  number?: number;
  text: string;
}

const HUNK = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/** The lines of a unified diff of one or several files; headers are left out, a jump between hunks becomes `skip`. */
export function parseDiff(diff: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let before = 0;
  let after = 0;
  let inHunk = false;
  for (const line of diff.split("\n")) {
    const hunk = HUNK.exec(line);
    if (hunk) {
      before = Number(hunk[1]);
      after = Number(hunk[2]);
      if (lines.length > 0) lines.push({ kind: "skip", text: "" });
      inHunk = true;
    } else if (/^(Index: |diff --git |={5,}$)/.test(line)) {
      inHunk = false;
    } else if (!inHunk) {
      // Between files: "--- a", "+++ b" and other headers.
    } else if (line.startsWith("+")) {
      lines.push({ kind: "added", number: after++, text: line.slice(1) });
    } else if (line.startsWith("-")) {
      lines.push({ kind: "removed", number: before++, text: line.slice(1) });
    } else if (line.startsWith(" ")) {
      lines.push({ kind: "same", number: after++, text: line.slice(1) });
      before++;
    }
  }
  return lines;
}

export interface Changes {
  additions: number;
  deletions: number;
}

export function countChanges(diff: string): Changes {
  const changes: Changes = { additions: 0, deletions: 0 };
  for (const line of parseDiff(diff)) {
    if (line.kind === "added") changes.additions++;
    if (line.kind === "removed") changes.deletions++;
  }
  return changes;
}

/** The unified diff in the metadata of an edit or of the permission for one; "" without. */
export function diffOf(metadata: Record<string, unknown>): string {
  const { diff } = metadata;
  return typeof diff === "string" ? diff : "";
}
