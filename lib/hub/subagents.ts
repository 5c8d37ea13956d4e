import type { SubagentCalls } from "../bridge/calls/subagents";
import type { SessionRef } from "../opencode/client";
import type { Reach } from "./reach";
import type { Store } from "./store";

/** The deepest chain of subagents followed. */
const MAX_DEPTH = 8;

export function createSubagents(store: Store, { place }: Pick<Reach, "place">): SubagentCalls {
  return {
    async loadSubagents(key) {
      const { client, ref, serverId: server } = await place(key);
      let parents: SessionRef[] = [ref];
      for (let depth = 0; parents.length > 0 && depth < MAX_DEPTH; depth++) {
        const found = (await Promise.all(parents.map((parent) => client.children(parent)))).flat();
        for (const session of found) {
          store.dispatch({ type: "server", server, event: { type: "session.upserted", session } });
        }
        parents = found;
      }
    },
  };
}
