import { FaultError } from "../../model";
import type { Http } from "../http";
import type { Folder, Places } from "../places";
import { check, decodeAll } from "./decode";
import * as Wire from "./schema";

/** The root of a path, POSIX or of a Windows drive, and the rest of it. */
const ROOTED = /^(\/|[A-Za-z]:[\\/])(.*)$/s;

/** Folders and worktrees: the part of the client for servers of version 1.x that deals with where sessions work. */
export function createPlaces(http: Http, onSkipped: (kind: string) => void): Places {
  return {
    async homeFolder(signal) {
      const wire = check(Wire.Home, (await http.get("/path", { signal })).body);
      if (!wire) throw new FaultError({ kind: "server-fault", detail: "its paths are not as expected" });
      return wire.home;
    },

    async folders(path, signal) {
      const [, root, rest] = ROOTED.exec(path) ?? [];
      if (root === undefined || rest === undefined) {
        throw new FaultError({ kind: "rejected-input", detail: "the path of a folder begins at the root" });
      }
      // Seen from the root, because every directory that is asked for becomes an instance, and a git project one of the
      // server's list [measured on 1.18.33].
      const { body } = await http.get("/file", { query: { directory: root, path: rest || "." }, signal });
      if (!Array.isArray(body)) throw new FaultError({ kind: "server-fault", detail: "the list of folders is none" });
      const listed = decodeAll(
        body,
        (raw) => check(Wire.FileNode, raw),
        () => onSkipped("file"),
      );
      return listed
        .filter((node) => node.type === "directory")
        .map(({ name, absolute }): Folder => ({ name, path: absolute }))
        .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
    },

    async createWorktree(directory, name, signal) {
      const json = name === undefined ? {} : { name };
      const { body } = await http.post("/experimental/worktree", { query: { directory }, json, signal });
      const made = check(Wire.Worktree, body);
      if (!made) throw new FaultError({ kind: "server-fault", detail: "the worktree is not as expected" });
      return made.directory;
    },
  };
}
