import type { SubagentCalls } from "../bridge/calls/subagents";
import type { SessionRef } from "../opencode/client";
import type { Reach } from "./reach";
import type { Store } from "./store";

/** Sessions of subagents fetched at the most: what comes from a server may have no end. */
const MOST = 500;

export function createSubagents(store: Store, { place }: Pick<Reach, "place">): SubagentCalls {
  return {
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
