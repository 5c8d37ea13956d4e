import * as v from "valibot";
import type { ChangeScope, FileChange, FileContent, SessionKey } from "../../model";
import { type CallTable, id, key, repeatable } from "./call";

/** Files of a session's project, and what has become of them. */
export interface FileCalls {
  /** @param path below the session's directory, or absolute */
  readFile(key: SessionKey, path: string): Promise<FileContent>;
  /**
   * Stores the bytes of a file of a message where panels read them, and returns the id that they are stored under.
   *
   * @param url `held:`
   */
  fetchFile(key: SessionKey, url: string): Promise<string>;
  /** Each changed file once, by path; diffs that are large are left out. */
  changes(key: SessionKey, scope: ChangeScope): Promise<FileChange[]>;
  /** The diffs of one file, however large. Throws `not-found` when it has none any more. */
  changesOf(key: SessionKey, scope: ChangeScope, path: string): Promise<string[]>;
}

const path = v.pipe(v.string(), v.nonEmpty(), v.maxLength(5_000));
const scope = v.variant("type", [
  v.object({ type: v.literal("turn"), messageId: id }),
  v.object({ type: v.literal("session") }),
  v.object({ type: v.literal("tree") }),
]);

export const FILE_CALLS: CallTable<FileCalls> = {
  readFile: repeatable(v.tuple([key, path])),
  fetchFile: repeatable(v.tuple([key, v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000))])),
  changes: repeatable(v.tuple([key, scope])),
  changesOf: repeatable(v.tuple([key, scope, path])),
};
