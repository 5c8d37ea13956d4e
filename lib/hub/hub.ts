import type { Background } from "../bridge/background";
import type { ProfileDraft, TestResult } from "../bridge/calls/servers";
import { busySessions, type ServerEvent, type ServerId, type SessionKey, splitSessionKey, toFault } from "../model";
import { connectClient } from "../opencode/connect";
import { storedCards, storedSeen } from "../storage/cards";
import { forgetServer } from "../storage/forget";
import { createEngine, type Engine } from "../sync/engine";
import type { Surroundings } from "../sync/surroundings";
import { createActivities } from "./activities";
import { followAskedCalls } from "./asked-calls";
import { createAutoAccept } from "./auto-accept";
import { limitCatalogs } from "./catalogs";
import { createChanges } from "./changes";
import { createDeletions } from "./deletions";
import { createDetails } from "./details";
import { createDiscovery } from "./discovery";
import { createErrands } from "./errands";
import { createFiles } from "./files";
import { showIndex } from "./index-of-sessions";
import { createJournals } from "./journals";
import { createLife } from "./life";
import { changesLife } from "./lifecycle";
import { createNotices } from "./notices";
import { createOutbox } from "./outbox";
import { createPanels, type PanelPresence } from "./panels";
import { createPersistence } from "./persistence";
import { createProfiles, toView } from "./profiles";
import { createQueue } from "./queue";
import { createReach } from "./reach";
import { createRecall } from "./recall";
import { createReplies } from "./replies";
import { createSessions } from "./sessions";
import { createStore } from "./store";
import { limitTranscripts } from "./transcripts";

export interface HubDeps {
  surroundings: Surroundings;
  /** Streams are open: the background has to be kept alive. */
  onActive(active: boolean): void;
  /** No server is left at the host of this address: access to it is needed no more. */
  onHostUnused(url: string): void;
}

/** Everything the background does, without a browser: state, connections, storage, and what panels may ask. */
export function createHub({ surroundings, onActive, onHostUnused }: HubDeps) {
  const store = createStore();
  const { state } = store;
  const notices = createNotices(store);
  const profiles = createProfiles();
  const journals = createJournals(surroundings);
  const engines = new Map<ServerId, Engine>();
  const panels = createPanels();
  /** The saved servers are not known: one that is found could not be saved beside them. */
  let areProfilesUnknown = false;
  /** The user has just removed a server: finding it again at once would undo that. */
  let discoveryPaused = false;

  const engine = (server: ServerId) => engines.get(server);
  const client = (server: ServerId) => engine(server)?.connection.client();
  const outbox = createOutbox({ store, surroundings, client, onStorageFailure: notices.notStored });
  const reach = createReach({ store, surroundings, engine });
  const useCatalog = limitCatalogs(store, panels);
  const sessions = createSessions({ store, surroundings, outbox, reach, engine, useCatalog });
  const replies = createReplies({ store, reach, notices });
  const life = createLife({ store, surroundings, reach, sessions });
  const queue = createQueue({
    store,
    surroundings,
    outbox,
    client,
    stop: sessions.stop,
    onStorageFailure: notices.notStored,
    onChange: () => arrange(),
  });
  const deletions = createDeletions({
    store,
    surroundings,
    client,
    onGone: (key) => outbox.forget((one) => one === key),
    onFailure: ({ key, title }, error) => notices.notDeleted(key, title, error),
    onStorageFailure: notices.notStored,
    onChange: () => arrange(),
  });
  const autoAccept = createAutoAccept({
    store,
    grant: replies.grant,
    onStorageFailure: notices.notStored,
  });
  const recall = createRecall(store, arrange);
  const persistence = createPersistence(store, surroundings, notices);
  const activities = createActivities(store, surroundings);
  followAskedCalls({ store, surroundings, client });
  const dropUnwatched = limitTranscripts({ store, surroundings, panels, activities, persistence });
  const connectionDetails = createDetails({ state, now: surroundings.now, journals, engine, panels, persistence });
  const discovery = createDiscovery(store, surroundings, async (url) => {
    await saveServer({ name: "Local", url, headers: [] });
  });

  function addEngine(id: ServerId): void {
    const dispatch = (event: ServerEvent) => store.dispatch({ type: "server", server: id, event });
    const added = createEngine({
      surroundings,
      endpoint: () => profiles.endpoint(id),
      server() {
        const server = state.servers[id];
        // The engine is stopped before its server goes, and what was under way is aborted.
        if (!server) throw new DOMException("removed", "AbortError");
        return server;
      },
      cards: () => state.cards,
      watched: () => panels.watchedOn(id),
      dispatch,
      journal: journals.of(id),
      onFresh() {
        void outbox.resume(id);
        deletions.resume(id);
      },
    });
    engines.set(id, added);
  }

  /** Streams run while somebody looks, something runs, is queued or to be deleted, and not otherwise (rule 4 of authority). */
  function arrange(): void {
    let active = false;
    const busy = new Set([...busySessions(state)].map((key) => splitSessionKey(key).server));
    for (const [id, engine] of engines) {
      const server = state.servers[id];
      if (!server) continue;
      const isAtWork = busy.has(id) || deletions.isDue(id) || queue.isDue(id) || recall.isUnknown(id);
      const wanted = server.profile.enabled && (panels.isAny() || isAtWork);
      const isRunning = server.connection.status !== "asleep" && server.connection.status !== "disconnected";
      if (wanted && !isRunning) engine.connection.start();
      if (!wanted && isRunning) engine.connection.stop(server.profile.enabled ? "asleep" : "disconnected");
      // A failed connection waits for the user; nothing is left to stay awake for.
      active ||= wanted && (panels.isAny() || server.connection.status !== "failed");
    }
    if (!panels.isAny()) discoveryPaused = false;
    discovery.set(panels.isAny() && engines.size === 0 && !discoveryPaused && !areProfilesUnknown);
    onActive(active);
  }

  function again(how: "retry" | "renew"): void {
    for (const { connection } of engines.values()) connection[how]();
    arrange();
  }

  async function load(): Promise<void> {
    await journals.load();
    const loaded = await profiles.load();
    if (loaded.problem) notices.storageProblem("saved servers", loaded.problem);
    areProfilesUnknown = loaded.problem === "unavailable";
    for (const profile of loaded.value) {
      store.dispatch({ type: "server.added", profile: toView(profile) });
      await showIndex(store, profile.id);
      addEngine(profile.id);
    }
    const accepting = await autoAccept.load();
    if (accepting.problem) notices.storageProblem("sessions that accept everything", accepting.problem);
    await recall.load();
    const { value: seen } = await storedSeen.load();
    store.dispatch({ type: "seen.replaced", seen: Object.fromEntries(seen.map(({ key, seenAt }) => [key, seenAt])) });
    const cards = await storedCards.load();
    if (cards.problem) notices.storageProblem("cards", cards.problem);
    store.dispatch({ type: "cards.replaced", cards: cards.value });
    const prompts = await outbox.load();
    if (prompts.problem) notices.storageProblem("unsent messages", prompts.problem);
    const deleted = await deletions.load();
    if (deleted.problem) notices.storageProblem("unfinished deletions", deleted.problem);
    store.listen((event) => {
      if (changesLife(event)) arrange();
      if (event.type === "server" && event.event.type === "session.upserted") {
        const key: SessionKey = `${event.server}/${event.event.session.id}`;
        if (panels.isWatched(key)) sessions.markSeen(key);
      }
    });
    arrange();
  }

  function leaveHost(url: string | undefined): void {
    if (url !== undefined && !profiles.usesHost(url)) onHostUnused(url);
  }

  async function saveServer(draft: ProfileDraft): Promise<ServerId> {
    const before = profiles.all().find((one) => one.id === draft.id)?.url;
    const profile = await profiles.put(draft, surroundings.now());
    const profileView = toView(profile);
    const held = engines.get(profile.id);
    if (held) {
      held.connection.stop("asleep");
      store.dispatch({ type: "server", server: profile.id, event: { type: "profile.changed", profile: profileView } });
    } else {
      addEngine(profile.id);
      store.dispatch({ type: "server.added", profile: profileView });
    }
    arrange();
    leaveHost(before);
    return profile.id;
  }

  async function setEnabled(id: ServerId, enabled: boolean): Promise<void> {
    const profile = await profiles.change(id, enabled ? { enabled, lastUsedAt: surroundings.now() } : { enabled });
    store.dispatch({ type: "server", server: id, event: { type: "profile.changed", profile: toView(profile) } });
    arrange();
  }

  const ready = load();

  const calls: Background = {
    async testServer(draft): Promise<TestResult> {
      try {
        const client = await connectClient(await profiles.draftEndpoint(draft), surroundings, () => undefined);
        return { ok: true, info: client.info };
      } catch (error) {
        return { ok: false, fault: toFault(error) };
      }
    },
    saveServer,
    async removeServer(id) {
      discoveryPaused = true;
      engines.get(id)?.connection.stop("disconnected");
      engines.delete(id);
      journals.remove(id);
      const url = state.servers[id]?.profile.url;
      await profiles.remove(id);
      leaveHost(url);
      store.dispatch({ type: "server.removed", server: id });
      const cards = state.cards.filter((card) => splitSessionKey(card.key).server !== id);
      store.dispatch({ type: "cards.replaced", cards });
      await deletions.dropServer(id);
      await outbox.forget((key) => splitSessionKey(key).server === id);
      await forgetServer(id);
    },
    connectServer: (id) => setEnabled(id, true),
    disconnectServer: (id) => setEnabled(id, false),
    async retryServer(id) {
      engines.get(id)?.connection.retry();
    },
    renewConnections: async () => again("renew"),
    connectionDetails,
    createSession: sessions.createSession,
    openSession: sessions.openSession,
    loadOlder: sessions.loadOlder,
    findInSession: sessions.findInSession,
    identify: sessions.identify,
    send: sessions.send,
    resend: outbox.resend,
    discard: outbox.discard,
    ...queue.calls,
    loadCatalog: sessions.loadCatalog,
    ...createFiles({ now: surroundings.now, reach, engine }),
    ...createChanges(store, reach),
    ...replies.calls,
    setAutoAccept: autoAccept.set,
    loadMoreHistory: sessions.loadMoreHistory,
    searchSessions: sessions.searchSessions,
    ...life,
    ...createErrands({ store, surroundings, reach, sessions }),
    deleteSession: deletions.deleteSession,
    undoDelete: deletions.undoDelete,
    holdDeletions: deletions.holdDeletions,
    pinCard: async (key, pinned) => sessions.pinCard(key, pinned),
    closeCard: async (key) => sessions.closeCard(key),
    markSeen: async (key) => sessions.markSeen(key),
    dismissNotice: async (id) => notices.dismiss(id),
    reportStorage: async (report) => notices.reported(report),
  };

  return {
    /** Resolves when everything stored has been read; nothing else may be asked before. */
    ready,
    state,
    listen: store.listen,
    /** Whether what ran or waited when the background died has not been asked for yet. */
    isRecalling: recall.isOpen,
    calls,
    /** A panel is there until the returned function is called. */
    addPanel(panel: PanelPresence): () => void {
      const leave = panels.add(panel);
      // A panel that opens does not wait for a backoff to end.
      again("retry");
      return () => {
        leave();
        dropUnwatched();
        arrange();
      };
    },
    /** A panel has turned from one session to another, or away. */
    panelTurned: dropUnwatched,
    /** Shows what storage has of a session while it is fetched. */
    showSaved: sessions.showSaved,
    /** Whether a panel that can be seen shows a session. */
    isWatched: panels.isWatched,
    /** Something may be to be had that was not: what waits to be tried again is tried now. */
    wake: () => again("retry"),
    /** The network is back, or the device woke up: open streams may be dead, and are made anew. */
    renew: () => again("renew"),
    flush: persistence.flush,
  };
}

export type Hub = ReturnType<typeof createHub>;
