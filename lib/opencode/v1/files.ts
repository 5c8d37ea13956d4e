import { type ChangeScope, FaultError, type FileChange, type FileContent, type FolderEntry } from "../../model";
import type { OpenCodeClient, SessionRef } from "../client";
import type { Http } from "../http";
import { check, decodeAll } from "./decode";
import { decodeChange, decodeEntry, decodeFile, mergeChanges } from "./decode-file";
import { TurnOfMessage } from "./schema-file";

/** Messages looked through at once for what their turns have changed. */
const PAGE = 200;

/** Files and what has become of them: the part of the client for servers of version 1.x that looks at a project. */
export function createFiles(
  http: Http,
  onSkipped: (kind: string) => void,
): Pick<OpenCodeClient, "readFile" | "changes"> {
  async function folder(directory: string, path: string, signal?: AbortSignal): Promise<FolderEntry[] | undefined> {
    try {
      const { body } = await http.get("/file", { query: { directory, path }, signal });
      return Array.isArray(body) ? decodeAll(body, decodeEntry, () => onSkipped("file")) : undefined;
    } catch (error) {
      // What is no folder and what is outside of the project are both an error of the server's own [measured on 1.18.33].
      if (error instanceof FaultError && error.fault.kind === "server-fault") return undefined;
      throw error;
    }
  }

  /** Asked only of what looks empty or cannot be read: the server answers with no text for a file that is not there. */
  async function whyNothing(directory: string, path: string, signal?: AbortSignal): Promise<FileContent | undefined> {
    const trimmed = path.replace(/[\\/]+$/, "");
    const name = trimmed.split(/[\\/]/).at(-1) ?? "";
    const parent = await folder(directory, trimmed.slice(0, -name.length) || ".", signal);
    if (!parent) return { type: "unreadable" };
    return parent.some((entry) => entry.name === name) ? undefined : { type: "missing" };
  }

  async function turnChanges(ref: SessionRef, messageId: string, signal?: AbortSignal): Promise<FileChange[]> {
    const query = { directory: ref.directory, messageID: messageId };
    const { body } = await http.get(`/session/${encodeURIComponent(ref.id)}/diff`, { query, signal });
    return changesIn(body);
  }

  function changesIn(body: unknown): FileChange[] {
    if (!Array.isArray(body)) throw new FaultError({ kind: "server-fault", detail: "the list of changes is none" });
    return mergeChanges(decodedChanges(body));
  }

  const decodedChanges = (list: readonly unknown[]) => decodeAll(list, decodeChange, () => onSkipped("change"));

  /** The route for a whole session knows of none [measured on 1.18.33]; those of its turns are in the user's messages. */
  async function sessionChanges(ref: SessionRef, end?: string, signal?: AbortSignal): Promise<FileChange[]> {
    let turns: FileChange[][] = [];
    let before: string | undefined;
    do {
      const query = { directory: ref.directory, limit: PAGE, before };
      const path = `/session/${encodeURIComponent(ref.id)}/message`;
      const { body, headers } = await http.get(path, { query, signal });
      if (!Array.isArray(body)) throw new FaultError({ kind: "server-fault", detail: "the list of messages is none" });
      const infos = body.flatMap((raw) => check(TurnOfMessage, raw)?.info ?? []);
      const cut = end === undefined ? -1 : infos.findIndex(({ id }) => id === end);
      const page = (cut === -1 ? infos : infos.slice(0, cut)).map((info) => decodedChanges(info.summary?.diffs ?? []));
      turns = cut === -1 ? [...page, ...turns] : page;
      before = headers.get("x-next-cursor") ?? undefined;
    } while (before !== undefined);
    return mergeChanges(turns.flat());
  }

  return {
    async readFile(directory, path, signal) {
      if (path === ".") {
        const entries = await folder(directory, path, signal);
        return entries ? { type: "folder", entries } : { type: "unreadable" };
      }
      try {
        const { body } = await http.get("/file/content", { query: { directory, path }, signal });
        const file = decodeFile(body);
        if (!file) throw new FaultError({ kind: "server-fault", detail: "the file is not as expected" });
        const isNothing = file.type === "text" && file.text === "";
        return (isNothing ? await whyNothing(directory, path, signal) : undefined) ?? file;
      } catch (error) {
        if (!(error instanceof FaultError) || error.fault.kind !== "server-fault") throw error;
        const entries = await folder(directory, path, signal);
        if (entries) return { type: "folder", entries };
        const why = await whyNothing(directory, path, signal);
        if (why) return why;
        throw error;
      }
    },

    async changes(ref, scope: ChangeScope, signal) {
      if (scope.type === "turn") return turnChanges(ref, scope.messageId, signal);
      if (scope.type === "session") return sessionChanges(ref, scope.before, signal);
      const query = { directory: ref.directory, mode: "git" };
      return changesIn((await http.get("/vcs/diff", { query, signal })).body);
    },
  };
}
