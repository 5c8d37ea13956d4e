import { formatPatch, parsePatch, type StructuredPatch, type StructuredPatchHunk, structuredPatch } from "diff";
import type { FileChange } from "../../model";

/** Lines around a change that are shown with it; a turn's diff has the file's whole length [measured on 1.18.33]. */
const CONTEXT = 3;
/** Milliseconds for one file: beyond, the diffs of its turns will do. */
const LONGEST = 1_000;

const NO_NEWLINE = "\\";

function parse(patch: string): StructuredPatch[] | undefined {
  try {
    return parsePatch(patch);
  } catch {
    return undefined;
  }
}

/** What a file was and what it became, by a diff that begins with its first line. */
function sidesOf(patch: string): { before: string; after: string } | undefined {
  const [file, ...others] = parse(patch) ?? [];
  const [hunk, ...more] = file?.hunks ?? [];
  if (!hunk || others.length > 0 || more.length > 0 || hunk.oldStart > 1 || hunk.newStart > 1) return undefined;
  const side = (left: string) =>
    hunk.lines
      .flatMap((line, at) => {
        if (line.startsWith(left) || line.startsWith(NO_NEWLINE)) return [];
        return [line.slice(1), hunk.lines[at + 1]?.startsWith(NO_NEWLINE) ? "" : "\n"];
      })
      .join("");
  return { before: side("+"), after: side("-") };
}

/**
 * What several turns together have done to a file. `undefined` where that cannot be known: somebody else has changed it between
 * them, or a diff is missing, as of a file without text.
 */
export function netPatch(path: string, changes: readonly FileChange[]): string | undefined {
  const sides = changes.map(({ patches = [] }) => (patches.length === 1 ? sidesOf(patches[0] ?? "") : undefined));
  const [first, last] = [sides[0], sides.at(-1)];
  const isJoined = sides.every((side, at) => side && (at === 0 || side.before === sides[at - 1]?.after));
  if (!first || !last || !isJoined) return undefined;
  const options = { context: CONTEXT, timeout: LONGEST };
  const net = structuredPatch(path, path, first.before, last.after, "", "", options);
  return net && (net.hunks.length === 0 ? "" : formatPatch(net));
}

/** Lines added and removed by a diff. */
export function countLines(patch: string): { additions: number; deletions: number } {
  const lines = (parse(patch) ?? []).flatMap(({ hunks }) => hunks.flatMap((hunk) => hunk.lines));
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  return { additions: count("+"), deletions: count("-") };
}

/** The same diff without the lines that are far from any change. */
export function trimPatch(patch: string): string {
  const files = parse(patch);
  if (!files?.some(({ hunks }) => hunks.length > 0)) return patch;
  return formatPatch(files.map((file) => ({ ...file, hunks: file.hunks.flatMap(trimHunk) })));
}

function trimHunk({ oldStart, newStart, lines }: StructuredPatchHunk): StructuredPatchHunk[] {
  const near = nearChanges(lines);
  const hunks: StructuredPatchHunk[] = [];
  let current: StructuredPatchHunk | undefined;
  let [before, after] = [oldStart, newStart];
  lines.forEach((line, at) => {
    const isOld = !line.startsWith("+") && !line.startsWith(NO_NEWLINE);
    const isNew = !line.startsWith("-") && !line.startsWith(NO_NEWLINE);
    if (!near[at]) current = undefined;
    else {
      if (!current) {
        current = { oldStart: before, oldLines: 0, newStart: after, newLines: 0, lines: [] };
        hunks.push(current);
      }
      current.lines.push(line);
      current.oldLines += Number(isOld);
      current.newLines += Number(isNew);
    }
    before += Number(isOld);
    after += Number(isNew);
  });
  return hunks;
}

function nearChanges(lines: readonly string[]): boolean[] {
  const near = lines.map(() => false);
  const pass = (order: readonly number[]) => {
    let left = 0;
    for (const at of order) {
      const line = lines[at] ?? "";
      if (/^[+-]/.test(line)) left = CONTEXT + 1;
      if (left > 0) near[at] = true;
      // It belongs to the line before it, and is none.
      if (!line.startsWith(NO_NEWLINE)) left--;
    }
  };
  const order = lines.map((_, at) => at);
  pass(order);
  pass(order.toReversed());
  return near.map((is, at) => (lines[at]?.startsWith(NO_NEWLINE) ? near[at - 1] === true : is));
}
