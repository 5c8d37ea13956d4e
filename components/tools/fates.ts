import type { ToolPart } from "../../lib/model";
import { metadataOf, relativePath, textOf, type Verb } from "./tool";

const EDIT: Verb = { base: "Edit", doing: "Editing", done: "Edited" };

/** How the verb of a patch reads that does the same to all of its files. */
const VERBS: Record<string, Verb> = {
  add: { base: "Add", doing: "Adding", done: "Added" },
  delete: { base: "Delete", doing: "Deleting", done: "Deleted" },
  move: { base: "Move", doing: "Moving", done: "Moved" },
};

/** What a patch does with a file, in OpenAI's format. */
const WRITTEN = /^\*\*\* (Add|Update|Delete) File: /gm;

/** A file of a patch as the server tells it: `type` is `add`, `update`, `delete` or `move` [read in 1.18.33]. */
interface PatchedFile {
  type?: string;
  filePath?: string;
  movePath?: string;
}

/** The files of a patch, with what of them are texts. */
export function patchedFiles(metadata: Record<string, unknown>): PatchedFile[] {
  const files: unknown[] = Array.isArray(metadata.files) ? metadata.files : [];
  return files.map((file) => {
    const fields = Object.entries(typeof file === "object" && file !== null ? file : {});
    return Object.fromEntries(fields.filter(([, value]) => typeof value === "string"));
  });
}

/** The verb of an edit: of a patch as the server tells it, before that as the model has written it. */
export function editVerbOf(part: ToolPart): Verb {
  const told = patchedFiles(metadataOf(part)).map(({ type = "" }) => type);
  const written = [...textOf(part.state.input, "patchText", "patch").matchAll(WRITTEN)];
  const fates = told.length > 0 ? told : written.map(([, word = ""]) => word.toLowerCase());
  const [first = ""] = fates;
  return (fates.every((fate) => fate === first) ? VERBS[first] : undefined) ?? EDIT;
}

/** What is said of a file of a patch beside its name: that it is new, gone, or was elsewhere. @param path from the folder */
export function fateOf(metadata: Record<string, unknown>, directory: string, path: string): string | undefined {
  for (const { type, filePath, movePath } of patchedFiles(metadata)) {
    const [from, to] = [filePath, movePath].map((one) => one && relativePath(one, directory));
    if (path !== from && path !== to) continue;
    if (to) return path === to ? `Moved from ${from}` : `Moved to ${to}`;
    return type === "add" ? "New" : type === "delete" ? "Deleted" : undefined;
  }
  return undefined;
}
