import type { TransferCalls } from "../bridge/calls/transfer";
import { sessionKey } from "../model";
import { createIdentifiers } from "../opencode/identifier";
import type { Surroundings } from "../sync/surroundings";
import type { Reach } from "./reach";
import type { Sessions } from "./sessions";
import type { Store } from "./store";

/** Messages fetched at once on their way to a file. */
const PAGE = 100;
/** UTF-16 units of messages that are handed to a panel to be read. */
const LONGEST = 8_000_000;

export interface TransferDeps {
  store: Store;
  surroundings: Pick<Surroundings, "now">;
  reach: Reach;
  sessions: Pick<Sessions, "use">;
}

/** Hands sessions over to be put into a file, and makes sessions of such files. */
export function createTransfer({ store, surroundings, reach, sessions }: TransferDeps): TransferCalls {
  const query = (before: string | undefined) => ({ limit: PAGE, ...(before === undefined ? {} : { before }) });
  return {
    async wireSession(key) {
      const { client, ref } = await reach.place(key);
      return client.wireSession(ref);
    },

    async wirePage(key, olderCursor) {
      const { client, ref } = await reach.place(key);
      return client.wireMessages(ref, query(olderCursor));
    },

    async messagePage(key, olderCursor) {
      const { client, ref } = await reach.place(key);
      return client.messages(ref, query(olderCursor));
    },

    async messagesJson(key, ids) {
      const { client, ref } = await reach.place(key);
      const messages: unknown[] = [];
      for (const id of ids) messages.push(await client.wireMessage(ref, id));
      const text = JSON.stringify(messages.length === 1 ? messages[0] : messages, undefined, 2);
      return text.length <= LONGEST ? { text } : { text: text.slice(0, LONGEST), cut: true };
    },

    async importSession(server, directory, file) {
      const { client } = await reach.connected(server);
      const identify = createIdentifiers(() => surroundings.now() + client.clockOffset());
      const session = await client.importSession(directory, file, identify);
      store.dispatch({ type: "server", server, event: { type: "session.upserted", session } });
      const key = sessionKey(server, session.id);
      sessions.use(key);
      return key;
    },
  };
}
