import type { ProviderCalls, ProviderRef, Taken } from "../bridge/calls/providers";
import { isRunning, type ServerId, type StateEvent } from "../model";
import { storedUnusedProviders } from "../storage/unused-providers";
import { changesLife } from "./lifecycle";
import type { Reach } from "./reach";
import type { Store } from "./store";

export interface ProvidersDeps {
  store: Store;
  reach: Reach;
}

/**
 * Connects model providers at servers. A server uses a change only after it has begun anew, which ends what runs there: that
 * waits until nothing does, unless the user wants it now.
 */
export function createProviders({ store, reach }: ProvidersDeps): ProviderCalls {
  const { state } = store;
  /** Servers that keep a change which they do not use yet; stored, for this program may die before they do. */
  const kept = new Set<ServerId>();
  const signIns = new Map<ServerId, AbortController>();

  const clientOf = async (server: ServerId) => (await reach.connected(server)).client;

  function isAtWork(id: ServerId): boolean {
    const server = state.servers[id];
    return server !== undefined && Object.keys(server.statuses).some((session) => isRunning(server, session));
  }

  async function keep(server: ServerId, isUnused: boolean): Promise<void> {
    if (kept.has(server) === isUnused) return;
    if (isUnused) kept.add(server);
    else kept.delete(server);
    const held = [...kept].filter((id) => state.servers[id] !== undefined);
    // What is not stored is used all the same, unless this program dies meanwhile; then the list shows that it is not.
    await storedUnusedProviders.save(held).catch((error: unknown) => console.warn("Not stored", error));
  }

  /** Agents and models are as the server has them now when this resolves. */
  async function use(server: ServerId): Promise<void> {
    await keep(server, false);
    const { client, engine } = await reach.connected(server);
    await client.reload();
    for (const directory of Object.keys(state.servers[server]?.catalogs ?? {})) {
      await engine.fetchCatalog(client, directory);
    }
  }

  async function useWhenIdle(server: ServerId): Promise<Taken> {
    if (!isAtWork(server)) {
      await use(server);
      return "used";
    }
    await keep(server, true);
    return "kept";
  }

  store.listen((event) => {
    if (event.type !== "server" || !frees(event) || !kept.has(event.server) || isAtWork(event.server)) return;
    // What runs there is known only then.
    if (!state.servers[event.server]?.fresh) return;
    use(event.server).catch((error: unknown) => {
      // The next connection may do it; the user sees in the list that it is not in use.
      void keep(event.server, true);
      console.warn("A server does not use its new providers yet", error);
    });
  });

  void storedUnusedProviders.load().then(({ value }) => {
    for (const server of value) kept.add(server);
  });

  return {
    listProviders: async (server, directory) => (await clientOf(server)).providers(directory),

    async setProviderKey({ server, id }, key, inputs) {
      await (await clientOf(server)).setProviderKey(id, key, inputs);
      return useWhenIdle(server);
    },

    async beginSignIn({ server, directory, id }: ProviderRef, method, inputs) {
      return (await clientOf(server)).beginSignIn(directory, id, method, inputs);
    },

    async finishSignIn({ server, directory, id }, method, code) {
      signIns.get(server)?.abort();
      const controller = new AbortController();
      signIns.set(server, controller);
      try {
        await (await clientOf(server)).finishSignIn(directory, id, method, code, controller.signal);
      } finally {
        if (signIns.get(server) === controller) signIns.delete(server);
      }
      return useWhenIdle(server);
    },

    async cancelSignIn(server) {
      signIns.get(server)?.abort();
    },

    async addEndpoint(server, endpoint) {
      await (await clientOf(server)).addEndpoint(endpoint);
      await use(server);
      return "used";
    },

    async changeEndpoint(server, change) {
      await (await clientOf(server)).changeEndpoint(change);
      await use(server);
      return "used";
    },

    async removeProvider({ server, directory, id }) {
      const client = await clientOf(server);
      const held = (await client.providers(directory)).find((one) => one.id === id);
      await client.forgetProvider(id);
      if (!held?.isOwn) return useWhenIdle(server);
      await client.disableProvider(id);
      await use(server);
      return "used";
    },

    useProviders: use,
  };
}

/** Whether nothing may run at a server any more after an event, or is known to run. */
function frees(event: Extract<StateEvent, { type: "server" }>): boolean {
  return event.event.type === "freshness.changed" || changesLife(event);
}
