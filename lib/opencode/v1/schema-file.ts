import * as v from "valibot";
import { lax, number } from "./schema";

/** What is believed of the wire about files, version 1. */

export const FileContent = v.object({
  type: v.picklist(["text", "binary"]),
  content: v.string(),
  mimeType: lax(v.string()),
});

export const FileNode = v.object({
  name: v.string(),
  path: v.string(),
  type: v.string(),
  ignored: lax(v.boolean()),
});

export const FileChange = v.object({
  file: v.pipe(v.string(), v.nonEmpty()),
  patch: lax(v.string()),
  additions: number,
  deletions: number,
  status: lax(v.picklist(["added", "modified", "deleted"])),
});

/** A message with what its turn has changed, on those of the user's that have changed something. */
export const TurnOfMessage = v.object({
  info: v.object({ id: v.string(), summary: lax(v.object({ diffs: v.array(v.unknown()) })) }),
});
