import {
  FaultError,
  findSession,
  isRunning,
  type MessageId,
  type ModelRef,
  removeCard,
  type ServerId,
  type Session,
  type SessionKey,
  sessionKey,
} from "../model";
import type { Surroundings } from "../sync/surroundings";
import type { Reach } from "./reach";
import type { Sessions } from "./sessions";
import type { Store } from "./store";

export interface LifeDeps {
  store: Store;
  surroundings: Pick<Surroundings, "now">;
  reach: Pick<Reach, "place">;
  sessions: Pick<Sessions, "use">;
}

/** What becomes of a session as a whole: its name, the archive, sharing, its summary, forks, and what is reverted. */
export function createLife({ store, surroundings, reach: { place }, sessions: { use } }: LifeDeps) {
  const { state } = store;

  function show(server: ServerId, session: Session): void {
    store.dispatch({ type: "server", server, event: { type: "session.upserted", session } });
  }

  /** The model a session was used with last, or else its folder's. */
  async function modelOf(key: SessionKey, { engine, client, ref, serverId }: Awaited<ReturnType<typeof place>>) {
    const used: ModelRef | undefined = findSession(state, key)?.session.model;
    if (used) return used;
    await engine.fetchCatalog(client, ref.directory);
    const usual = state.servers[serverId]?.catalogs[ref.directory]?.defaultModel;
    if (!usual) throw new FaultError({ kind: "rejected-input", detail: "there is no model to summarise with" });
    return usual;
  }

  /** Resolves when a session runs, or `end` settles. */
  async function runsOr(end: Promise<void>, server: ServerId, sessionId: string): Promise<void> {
    let stop = (): void => undefined;
    const runs = new Promise<void>((resolve) => {
      stop = store.listen(() => {
        const held = state.servers[server];
        if (held && isRunning(held, sessionId)) resolve();
      });
    });
    try {
      await Promise.race([end, runs]);
    } finally {
      stop();
    }
  }

  return {
    async renameSession(key: SessionKey, title: string): Promise<void> {
      const { client, ref, serverId } = await place(key);
      show(serverId, await client.renameSession(ref, title));
    },

    async archiveSession(key: SessionKey, archived: boolean): Promise<void> {
      const { client, ref, serverId } = await place(key);
      show(serverId, await client.archiveSession(ref, archived ? surroundings.now() : undefined));
      if (archived) store.dispatch({ type: "cards.replaced", cards: removeCard(state.cards, key) });
    },

    async shareSession(key: SessionKey, shared: boolean): Promise<void> {
      const { client, ref, serverId } = await place(key);
      const session = await client.shareSession(ref, shared);
      if (!shared) return show(serverId, session);
      store.dispatch({ type: "server", server: serverId, event: { type: "session.shared", session } });
    },

    /** The server answers when the summary is written. Once it is at it, how that goes shows as with any other run. */
    async compactSession(key: SessionKey): Promise<void> {
      const placed = await place(key);
      const model = await modelOf(key, placed);
      await runsOr(placed.client.compactSession(placed.ref, model), placed.serverId, placed.ref.id);
    },

    async forkSession(key: SessionKey, before?: MessageId): Promise<SessionKey> {
      const { client, ref, serverId } = await place(key);
      const session = await client.forkSession(ref, before);
      show(serverId, session);
      const forked = sessionKey(serverId, session.id);
      use(forked);
      return forked;
    },

    async revertSession(key: SessionKey, from: MessageId): Promise<void> {
      const { client, ref, serverId } = await place(key);
      show(serverId, await client.revertSession(ref, from));
    },

    async unrevertSession(key: SessionKey): Promise<void> {
      const { client, ref, serverId } = await place(key);
      show(serverId, await client.revertSession(ref, undefined));
    },
  };
}
