import type { Outgoing } from "../bridge/calls/prompts";
import type { FoundPage } from "../find/find";
import {
  busySessions,
  type Card,
  changeCard,
  FaultError,
  findSession,
  isRunning,
  mustWait,
  openRequestsOf,
  removeCard,
  type ServerId,
  type SessionKey,
  sessionKey,
  splitSessionKey,
  useCard,
} from "../model";
import { createIdentifiers, type Identify } from "../opencode/identifier";
import { loadTranscript } from "../storage/transcripts";
import type { Engine } from "../sync/engine";
import { HISTORY_PAGE } from "../sync/refetch";
import type { Surroundings } from "../sync/surroundings";
import { findHeld, findOlder } from "./find";
import type { Outbox } from "./outbox";
import { toOutboxEntry } from "./prompts";
import type { Reach } from "./reach";
import { isNoRequest } from "./replies";
import type { Store } from "./store";

export interface SessionsDeps {
  store: Store;
  surroundings: Surroundings;
  outbox: Outbox;
  reach: Reach;
  engine(server: ServerId): Engine | undefined;
  /** A panel asks for what can be chosen in a folder. */
  useCatalog(server: ServerId, directory: string): void;
}

/** What the panel asks about sessions: opening, writing, answering, paging, searching. */
export function createSessions({ store, surroundings, outbox, reach, engine, useCatalog }: SessionsDeps) {
  const { state } = store;
  const { connected, place } = reach;
  const identifiers = new Map<ServerId, Identify>();

  function setCards(cards: Card[]): void {
    store.dispatch({ type: "cards.replaced", cards });
  }

  function use(key: SessionKey): void {
    setCards(useCard(state.cards, key, surroundings.now(), busySessions(state), state.seen[key]));
  }

  function markSeen(key: SessionKey): void {
    const found = findSession(state, key);
    const card = state.cards.find((one) => one.key === key);
    if (!found || !card || card.seenAt >= found.session.updatedAt) return;
    setCards(changeCard(state.cards, key, { seenAt: found.session.updatedAt }));
  }

  /** One maker of ids a server, so that no two are the same or out of order. */
  function identifierOf(server: ServerId): Identify {
    const held = identifiers.get(server);
    if (held) return held;
    const offset = () => engine(server)?.connection.client()?.clockOffset() ?? 0;
    const made = createIdentifiers(() => surroundings.now() + offset());
    identifiers.set(server, made);
    return made;
  }

  /** Those that are on their way to panels, by server and directory. */
  const catalogs = new Map<string, Promise<void>>();
  async function fetchCatalog(server: ServerId, directory: string): Promise<void> {
    const { engine: found, client } = await connected(server);
    await found.fetchCatalog(client, directory);
  }

  /** From storage, unless something newer is held. */
  async function showSaved(key: SessionKey): Promise<void> {
    const { server, session } = splitSessionKey(key);
    const isHeld = () => {
      const held = state.servers[server];
      const transcript = held?.transcripts[session];
      if (!held || !transcript) return false;
      // What a run has said while nobody looked is newer than the copy, and a growing text is nowhere else.
      return transcript.loaded !== "none" || (isRunning(held, session) && transcript.messageIds.length > 0);
    };
    if (isHeld()) return;
    const saved = await loadTranscript(key);
    if (!saved || isHeld() || !state.servers[server]) return;
    store.dispatch({
      type: "server",
      server,
      event: { type: "transcript.page", sessionId: session, page: "cached", ...saved },
    });
  }

  return {
    use,
    showSaved,

    markSeen,

    async createSession(server: ServerId, directory: string): Promise<SessionKey> {
      const { client } = await connected(server);
      const session = await client.createSession(directory);
      store.dispatch({ type: "server", server, event: { type: "session.upserted", session } });
      const key = sessionKey(server, session.id);
      use(key);
      return key;
    },

    async openSession(key: SessionKey): Promise<void> {
      const { server, session } = splitSessionKey(key);
      const root = findSession(state, key)?.session;
      if (root && !root.parentId) use(key);
      await showSaved(key);
      const { engine: found, client } = await reach.streaming(server);
      if (!findSession(state, key)) await found.family(client, session);
      if (!findSession(state, key)) throw new FaultError({ kind: "not-found", detail: "the session is gone" });
      // The server answers in turn: what is waited for is asked first.
      const page = found.openPage(client, session);
      void found.fetchTodos(client, session, { always: true });
      await page;
    },

    async loadOlder(key: SessionKey, limit?: number): Promise<void> {
      const { engine: found, client, ref } = await place(key);
      await found.fetchPage(client, ref.id, "older", { limit });
    },

    async findInSession(key: SessionKey, query: string, olderCursor?: string): Promise<FoundPage> {
      const { server, session } = splitSessionKey(key);
      if (olderCursor === undefined) return findHeld(state.servers[server]?.transcripts[session], query, surroundings);
      const { client, ref } = await place(key);
      return findOlder(client, ref, query, olderCursor);
    },

    async identify(key: SessionKey): Promise<string> {
      return identifierOf(splitSessionKey(key).server)("msg");
    },

    async send(outgoing: Outgoing, isRepeat = false): Promise<void> {
      const id = outgoing.messageId;
      if (state.outbox.some((entry) => entry.prompt.messageId === id)) return;
      const identify = identifierOf(splitSessionKey(outgoing.key).server);
      const directory = findSession(state, outgoing.key)?.session.directory;
      const entry = toOutboxEntry(outgoing, directory, identify, surroundings.now());
      if (entry.prompt.parts.length === 0) throw new FaultError({ kind: "rejected-input", detail: "nothing to send" });
      if (isRepeat) await outbox.adopt(entry);
      else await (outgoing.queue && mustWait(state, entry.key) ? outbox.enqueue(entry) : outbox.send(entry));
      use(outgoing.key);
      const page = outgoing.context.find((item) => item.kind === "selection" || item.kind === "page");
      if (page) setCards(changeCard(state.cards, outgoing.key, { page: { url: page.url, title: page.title } }));
    },

    async stop(key: SessionKey): Promise<void> {
      const { client, ref, serverId } = await place(key);
      await client.stop(ref);
      // The server keeps listing what the stopped run was waiting for, and tells nobody [measured on 1.18.33].
      const server = state.servers[serverId];
      for (const request of server ? openRequestsOf(server, ref.id) : []) {
        const reject = () =>
          request.type === "permission"
            ? client.replyPermission(ref, request.id, "reject")
            : client.dismissQuestion(ref, request.id);
        await reject().catch((error: unknown) => {
          if (!isNoRequest(error)) throw error;
        });
        const { id: requestId, sessionId } = request;
        store.dispatch({ type: "server", server: serverId, event: { type: "request.settled", sessionId, requestId } });
      }
    },

    loadCatalog(server: ServerId, directory: string): Promise<void> {
      const place = `${server} ${directory}`;
      useCatalog(server, directory);
      // A panel's start asks for home and for the session that is opened: four requests each.
      const asked = catalogs.get(place) ?? fetchCatalog(server, directory).finally(() => catalogs.delete(place));
      catalogs.set(place, asked);
      return asked;
    },

    async loadMoreHistory(): Promise<void> {
      const servers = Object.values(state.servers).filter((server) => server.history.cursor !== undefined);
      await Promise.all(
        servers.map(async ({ id, history }) => {
          const client = engine(id)?.connection.client();
          if (!client || history.cursor === undefined) return;
          const { sessions, cursor } = await client.sessions({ limit: HISTORY_PAGE, cursor: history.cursor });
          const floor = sessions.at(-1)?.updatedAt ?? 0;
          store.dispatch({
            type: "server",
            server: id,
            event: {
              type: "history.page",
              sessions,
              floor,
              first: false,
              complete: cursor === undefined,
              ...(cursor === undefined ? {} : { cursor }),
            },
          });
        }),
      );
    },

    async searchSessions(query: string): Promise<SessionKey[]> {
      const found = new Map<SessionKey, number>();
      const words = query.trim().toLocaleLowerCase();
      for (const server of Object.values(state.servers)) {
        for (const session of Object.values(server.sessions)) {
          const isMatch = !session.parentId && session.title.toLocaleLowerCase().includes(words);
          if (isMatch) found.set(sessionKey(server.id, session.id), session.updatedAt);
        }
      }
      const faults: unknown[] = [];
      await Promise.all(
        Object.keys(state.servers).map(async (id) => {
          const client = engine(id)?.connection.client();
          if (!client) {
            if (state.servers[id]?.profile.enabled) faults.push(new FaultError({ kind: "unreachable" }));
            return;
          }
          const page = await client.sessions({ limit: HISTORY_PAGE, search: query.trim() }).catch((error: unknown) => {
            faults.push(error);
            return undefined;
          });
          for (const session of page?.sessions ?? []) {
            store.dispatch({ type: "server", server: id, event: { type: "session.upserted", session } });
            found.set(sessionKey(id, session.id), session.updatedAt);
          }
        }),
      );
      if (found.size === 0 && faults.length > 0) throw faults[0];
      return [...found].sort(([, a], [, b]) => b - a).map(([key]) => key);
    },

    pinCard(key: SessionKey, pinned: boolean): void {
      if (!state.cards.some((card) => card.key === key)) use(key);
      setCards(changeCard(state.cards, key, { pinned }));
    },

    closeCard(key: SessionKey): void {
      // Who puts it away has seen what it says.
      markSeen(key);
      setCards(removeCard(state.cards, key));
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;
