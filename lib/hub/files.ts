import { FaultError, type ServerId } from "../model";
import type { Engine } from "../sync/engine";

/** Paths handed to a panel: more than anyone looks through. */
const MOST = 50;

/** Looks for files in a server's directory. */
export function createFiles(engine: (server: ServerId) => Engine | undefined) {
  return {
    /** @throws FaultError `unreachable` unless the server is connected */
    async findFiles(server: ServerId, directory: string, query: string): Promise<string[]> {
      const client = engine(server)?.connection.client();
      if (!client) throw new FaultError({ kind: "unreachable" });
      return (await client.findFiles(directory, query)).slice(0, MOST);
    },
  };
}
