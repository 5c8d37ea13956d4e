import { parsePatch, type StructuredPatch } from "diff";

export interface DiffLine {
  kind: "same" | "added" | "removed" | "skip";
  /** Line numbers in the old and in the new file, where the line is there. */
  before?: number;
  after?: number;
  text: string;
  /** The line that took its place, or whose place it took. */
  other?: string;
}

export interface Changes {
  additions: number;
  deletions: number;
}

/** What a diff says about one file. */
export interface DiffFile extends Changes {
  /** As the diff names it: relative or absolute; "" if it does not. */
  path: string;
  lines: DiffLine[];
}

/**
 * The files of a unified diff. Headers are left out, a jump between hunks becomes `skip`. Undefined for a text that is
 * none, or a diff that was cut off: it can only be shown as it is.
 */
export function parseDiff(diff: string): DiffFile[] | undefined {
  try {
    const patches = parsePatch(diff);
    if (patches.some(({ hunks }) => hunks.some(({ oldStart }) => Number.isNaN(oldStart)))) return undefined;
    const files = patches.map(fileOf).filter((file) => file.path !== "" || file.lines.length > 0);
    return files.length > 0 ? files : undefined;
  } catch {
    return undefined;
  }
}

const NO_FILE = "/dev/null";

function pathOf({ oldFileName = "", newFileName = "", index = "" }: StructuredPatch): string {
  const isGit = /^(a\/|\/dev\/null$)/.test(oldFileName) && /^(b\/|\/dev\/null$)/.test(newFileName);
  const name = newFileName === NO_FILE ? oldFileName : newFileName;
  return (isGit ? name.replace(/^[ab]\//, "") : name) || index;
}

function fileOf(patch: StructuredPatch): DiffFile {
  const lines: DiffLine[] = [];
  for (const hunk of patch.hunks) {
    if (lines.length > 0) lines.push({ kind: "skip", text: "" });
    lines.push(...linesOf(hunk));
  }
  const count = (kind: DiffLine["kind"]) => lines.filter((line) => line.kind === kind).length;
  return { path: pathOf(patch), lines, additions: count("added"), deletions: count("removed") };
}

function linesOf({ oldStart, newStart, lines }: StructuredPatch["hunks"][number]): DiffLine[] {
  let before = oldStart;
  let after = newStart;
  const result = lines.flatMap((line): DiffLine[] => {
    const text = line.slice(1);
    if (line.startsWith("+")) return [{ kind: "added", after: after++, text }];
    if (line.startsWith("-")) return [{ kind: "removed", before: before++, text }];
    // "\ No newline at end of file"
    if (line.startsWith("\\")) return [];
    return [{ kind: "same", before: before++, after: after++, text }];
  });
  pair(result);
  return result;
}

/** Lines that were removed and those added in their place belong together, one by one. */
function pair(lines: readonly DiffLine[]): void {
  for (let start = 0; start < lines.length; start++) {
    if (lines[start]?.kind !== "removed") continue;
    let middle = start;
    while (lines[middle]?.kind === "removed") middle++;
    let end = middle;
    while (lines[end]?.kind === "added") end++;
    for (let at = start; at < middle && at - start < end - middle; at++) {
      const [old, fresh] = [lines[at], lines[middle + at - start]];
      if (!old || !fresh) continue;
      old.other = fresh.text;
      fresh.other = old.text;
    }
    start = end - 1;
  }
}

/** One text in the place of another, wherever in the file that is: lines without numbers. */
export function replacementOf(path: string, old: string, fresh: string): DiffFile {
  const linesOf = (kind: "removed" | "added", text: string): DiffLine[] =>
    text === ""
      ? []
      : text
          .replace(/\n$/, "")
          .split("\n")
          .map((line) => ({ kind, text: line }));
  const removed = linesOf("removed", old);
  const added = linesOf("added", fresh);
  const lines = [...removed, ...added];
  pair(lines);
  return { path, lines, additions: added.length, deletions: removed.length };
}

/** Lines added and removed in all files; nothing for what is no diff. */
export function countChanges(diff: string): Changes {
  return sumOf(parseDiff(diff) ?? []);
}

export function sumOf(changes: readonly Changes[]): Changes {
  return {
    additions: changes.reduce((sum, { additions }) => sum + additions, 0),
    deletions: changes.reduce((sum, { deletions }) => sum + deletions, 0),
  };
}

/** The unified diff in the metadata of an edit or of the permission for one; "" without. */
export function diffOf(metadata: Record<string, unknown>): string {
  const { diff } = metadata;
  return typeof diff === "string" ? diff : "";
}
