import type { SessionKey } from "../model";
import type { SessionRef } from "../opencode/client";
import type { Reach } from "./reach";
import type { Store } from "./store";

/** Sessions of subagents fetched at the most: what comes from a server may have no end. */
const MOST = 500;

/** Fetches what subagents have done for a session, at any depth, into the state. */
export function createChildren(store: Store, { place }: Pick<Reach, "place">) {
  return {
    async loadChildren(key: SessionKey): Promise<void> {
      const { client, ref, serverId } = await place(key);
      const seen = new Set([ref.id]);
      const waiting: SessionRef[] = [ref];
      for (let parent = waiting.shift(); parent && seen.size < MOST; parent = waiting.shift()) {
        for (const session of await client.children(parent)) {
          if (seen.has(session.id)) continue;
          seen.add(session.id);
          waiting.push({ id: session.id, directory: session.directory });
          store.dispatch({ type: "server", server: serverId, event: { type: "session.upserted", session } });
        }
      }
    },
  };
}
