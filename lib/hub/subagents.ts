import type { SubagentCalls } from "../bridge/calls/subagents";
import { type SessionKey, splitSessionKey } from "../model";
import type { SessionRef } from "../opencode/client";
import type { Reach } from "./reach";
import type { Store } from "./store";

/** Sessions of subagents fetched at the most: what comes from a server may have no end. */
const MOST = 500;

export function createSubagents(store: Store, { place, connected }: Pick<Reach, "place" | "connected">): SubagentCalls {
  /** The one asked for last: a conversation with many tasks asks for all of them at once. */
  let last: Promise<void> = Promise.resolve();

  async function load(key: SessionKey): Promise<void> {
    const { server, session } = splitSessionKey(key);
    const { engine, client } = await connected(server);
    await engine.fetchSubagent(client, session);
  }

  return {
    loadSubagent(key) {
      const next = last.then(() => load(key));
      last = next.catch(() => undefined);
      return next;
    },
    async loadSubagents(key) {
      const { client, ref, serverId: server } = await place(key);
      const seen = new Set([ref.id]);
      for (let parents: SessionRef[] = [ref]; parents.length > 0 && seen.size < MOST; ) {
        const found = (await Promise.all(parents.map((parent) => client.children(parent)))).flat();
        parents = found.filter(({ id }) => !seen.has(id));
        for (const session of found) {
          seen.add(session.id);
          store.dispatch({ type: "server", server, event: { type: "session.upserted", session } });
        }
      }
    },
  };
}
