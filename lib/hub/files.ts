import { FaultError, type FileContent, heldIn, type ServerId, type SessionKey } from "../model";
import { attachmentFiles } from "../storage/attachments";
import type { Engine } from "../sync/engine";
import type { Reach } from "./reach";

/** Paths handed to a panel: more than anyone looks through. */
const MOST = 50;
/** UTF-16 units of a text that are handed to a panel. */
const LONGEST = 8_000_000;
/** The same of bytes in base64: a port takes 64 MiB. */
const LONGEST_DATA = 40_000_000;

export interface FilesDeps {
  /** Milliseconds since the epoch. */
  now(): number;
  reach: Reach;
  engine(server: ServerId): Engine | undefined;
}

/** Looks for files in a server's directory, and into them. */
export function createFiles({ now, reach, engine }: FilesDeps) {
  /** What is on its way, by the id it is stored under. */
  const fetching = new Map<string, Promise<void>>();

  async function fetchHeld(key: SessionKey, url: string, id: string): Promise<void> {
    const held = heldIn(url);
    if (!held) throw new FaultError({ kind: "internal", detail: "no address of a file in a message" });
    const { client, ref } = await reach.place(key);
    const address = await client.heldFile(ref, held);
    if (!address?.startsWith("data:")) throw new FaultError({ kind: "attachment-gone" });
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    await attachmentFiles.put(id, { bytes, storedAt: now() });
  }

  return {
    async fetchFile(key: SessionKey, url: string): Promise<string> {
      const id = `${key}/${url}`;
      if (await attachmentFiles.get(id)) return id;
      const done = fetching.get(id) ?? fetchHeld(key, url, id).finally(() => fetching.delete(id));
      fetching.set(id, done);
      await done;
      return id;
    },

    /** @throws FaultError `unreachable` unless the server is connected */
    async findFiles(server: ServerId, directory: string, query: string): Promise<string[]> {
      const client = engine(server)?.connection.client();
      if (!client) throw new FaultError({ kind: "unreachable" });
      return (await client.findFiles(directory, query)).slice(0, MOST);
    },

    async readFile(key: SessionKey, path: string): Promise<FileContent> {
      const { client, ref } = await reach.place(key);
      const file = await client.readFile(ref.directory, path);
      if (file.type === "binary" && (file.data?.length ?? 0) > LONGEST_DATA) {
        const { data: _, ...rest } = file;
        return rest;
      }
      if (file.type !== "text" || file.text.length <= LONGEST) return file;
      return { type: "text", text: file.text.slice(0, LONGEST), cut: true };
    },
  };
}
