import { FaultError, type FileContent, type ServerId, type SessionKey } from "../model";
import type { Engine } from "../sync/engine";
import type { Reach } from "./reach";

/** Paths handed to a panel: more than anyone looks through. */
const MOST = 50;
/** UTF-16 units of a text that are handed to a panel. */
const LONGEST = 8_000_000;

export interface FilesDeps {
  reach: Reach;
  engine(server: ServerId): Engine | undefined;
}

/** Looks for files in a server's directory, and into them. */
export function createFiles({ reach, engine }: FilesDeps) {
  return {
    /** @throws FaultError `unreachable` unless the server is connected */
    async findFiles(server: ServerId, directory: string, query: string): Promise<string[]> {
      const client = engine(server)?.connection.client();
      if (!client) throw new FaultError({ kind: "unreachable" });
      return (await client.findFiles(directory, query)).slice(0, MOST);
    },

    async readFile(key: SessionKey, path: string): Promise<FileContent> {
      const { client, ref } = await reach.place(key);
      const file = await client.readFile(ref.directory, path);
      if (file.type !== "text" || file.text.length <= LONGEST) return file;
      return { type: "text", text: file.text.slice(0, LONGEST), cut: true };
    },
  };
}
