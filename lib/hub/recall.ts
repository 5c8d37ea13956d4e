import { busySessions, type ServerId, type StateEvent, splitSessionKey } from "../model";
import { storedBusy } from "../storage/busy";
import { changesLife } from "./lifecycle";
import type { Store } from "./store";

/**
 * Servers at which something ran or waited when the background died. They are asked again by whatever brings it back: what
 * waits for the user there is still counted, and what the user wants granted is granted.
 *
 * @param onAsked called when one of them has been asked, or cannot be
 */
export function createRecall(store: Store, onAsked: () => void) {
  const { state } = store;
  const unknown = new Set<ServerId>();
  let saved = "[]";
  let isLoaded = false;

  function save(): void {
    const busy = [...busySessions(state)].map((key) => splitSessionKey(key).server);
    const servers = [...new Set([...busy, ...unknown])].sort();
    const next = JSON.stringify(servers);
    if (next === saved) return;
    saved = next;
    // Without it the badge is right again when a panel opens.
    storedBusy.save(servers).catch((error: unknown) => console.warn(error));
  }

  store.listen((event) => {
    const isAsked = settles(event);
    if (isAsked !== undefined && unknown.delete(isAsked)) onAsked();
    if (isLoaded && (isAsked !== undefined || changesLife(event))) save();
  });

  return {
    async load(): Promise<void> {
      const stored = await storedBusy.load().catch(() => []);
      for (const id of stored) if (state.servers[id]?.profile.enabled) unknown.add(id);
      saved = JSON.stringify(stored);
      isLoaded = true;
    },
    /** Whether what runs and waits at a server is not known yet. */
    isUnknown: (server: ServerId): boolean => unknown.has(server),
    /** The same of any server. */
    isOpen: (): boolean => !isLoaded || unknown.size > 0,
  };
}

/** The server of which something is known after an event: what it has, or that it cannot be asked. */
function settles(event: StateEvent): ServerId | undefined {
  if (event.type === "server.removed") return event.server;
  if (event.type !== "server") return undefined;
  const { event: inner } = event;
  const isKnown =
    (inner.type === "freshness.changed" && inner.fresh) ||
    (inner.type === "connection.changed" && ["failed", "disconnected"].includes(inner.connection.status));
  return isKnown ? event.server : undefined;
}
