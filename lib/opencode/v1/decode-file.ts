import type { FileChange, FileContent, FolderEntry } from "../../model";
import { check } from "./decode";
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

/** One entry a file, by path: what several turns have done to it is told one after the other. */
export function mergeChanges(changes: readonly FileChange[]): FileChange[] {
  const files = new Map<string, FileChange>();
  for (const change of changes) {
    const held = files.get(change.path);
    files.set(change.path, held ? followedBy(held, change) : change);
  }
  return [...files.values()].sort((one, other) => one.path.localeCompare(other.path));
}

function followedBy(first: FileChange, second: FileChange): FileChange {
  const isNew = first.status === "added" && second.status !== "deleted";
  return {
    path: first.path,
    status: isNew ? "added" : second.status,
    additions: first.additions + second.additions,
    deletions: first.deletions + second.deletions,
    patches: [...(first.patches ?? []), ...(second.patches ?? [])],
  };
}
