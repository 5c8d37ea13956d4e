import * as v from "valibot";
import type { ServerId } from "../../model";
import type { Folder } from "../../opencode/places";
import { type CallTable, id, once, repeatable } from "./call";

/** Where sessions can work. */
export interface PlaceCalls {
  homeFolder(server: ServerId): Promise<string>;
  /** The folders in a folder of the server's machine, hidden ones too. */
  listFolders(server: ServerId, path: string): Promise<Folder[]>;
  /** Makes a worktree of a directory's git project and gives its path; the server's projects are fetched again. */
  createWorktree(server: ServerId, directory: string, name?: string): Promise<string>;
}

const path = v.pipe(v.string(), v.nonEmpty(), v.maxLength(10_000));
const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

export const PLACE_CALLS: CallTable<PlaceCalls> = {
  homeFolder: repeatable(v.tuple([id])),
  listFolders: repeatable(v.tuple([id, path])),
  createWorktree: once(v.union([v.tuple([id, path]), v.tuple([id, path, name])])),
};
