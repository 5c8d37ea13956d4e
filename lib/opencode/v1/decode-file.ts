import type { FileChange, FileContent, FolderEntry } from "../../model";
import { check } from "./decode";
import { countLines, netPatch, trimPatch } from "./net-change";
import * as Wire from "./schema-file";

/** Bytes that a text in base64 stands for. */
function bytesOf(base64: string): number {
  const padding = /={0,2}$/.exec(base64)?.[0].length ?? 0;
  return (base64.length / 4) * 3 - padding;
}

/** "%PDF-" in base64, as far as what follows has no part in it. */
const PDF_BEGINS = "JVBERi";

/** The server takes white space off both ends of a text [measured on 1.18.33]: blank lines at its head are not counted. */
export function decodeFile(raw: unknown): FileContent | undefined {
  const wire = check(Wire.FileContent, raw);
  if (!wire) return undefined;
  const { type, content, mimeType } = wire;
  if (type === "text") return { type, text: content };
  const isPdf = content.startsWith(PDF_BEGINS);
  const mime = isPdf ? "application/pdf" : (mimeType ?? "application/octet-stream");
  const isShown = isPdf || mime.startsWith("image/");
  return { type, mime, bytes: bytesOf(content), ...(isShown ? { data: content } : {}) };
}

export function decodeEntry(raw: unknown): FolderEntry | undefined {
  const wire = check(Wire.FileNode, raw);
  if (!wire) return undefined;
  const { name, path, type, ignored } = wire;
  return { name, path: path.replace(/[\\/]+$/, ""), isFolder: type === "directory", isIgnored: ignored === true };
}

export function decodeChange(raw: unknown): FileChange | undefined {
  const wire = check(Wire.FileChange, raw);
  if (!wire) return undefined;
  const { file, status, additions, deletions, patch } = wire;
  return { path: file, status: status ?? "modified", additions, deletions, patches: patch ? [patch] : [] };
}

/**
 * One entry a file, by path: what several turns have done to it together. Where that cannot be known, it is told one after the
 * other. A file that is as it was is not told of.
 */
export function mergeChanges(changes: readonly FileChange[]): FileChange[] {
  const files = new Map<string, FileChange[]>();
  for (const change of changes) {
    const turns = files.get(change.path);
    if (turns) turns.push(change);
    else files.set(change.path, [change]);
  }
  return [...files.values()].flatMap(merged).sort((one, other) => one.path.localeCompare(other.path));
}

function merged(turns: readonly FileChange[]): FileChange[] {
  const [first, last] = [turns[0], turns.at(-1)];
  if (!first || !last) return [];
  const patches = turns.flatMap((turn) => turn.patches ?? []);
  if (turns.length === 1) return [{ ...first, patches: patches.map(trimPatch) }];
  const [wasThere, isThere] = [first.status !== "added", last.status !== "deleted"];
  if (!wasThere && !isThere) return [];
  const { path } = first;
  const status = !wasThere ? "added" : isThere ? "modified" : "deleted";
  const net = netPatch(path, turns);
  // An empty file that is new has no lines to tell of.
  if (net === "" && status === "modified") return [];
  if (net !== undefined) return [{ path, status, ...countLines(net), patches: net === "" ? [] : [net] }];
  const sum = (count: "additions" | "deletions") => turns.reduce((all, turn) => all + turn[count], 0);
  return [{ path, status, additions: sum("additions"), deletions: sum("deletions"), patches: patches.map(trimPatch) }];
}
