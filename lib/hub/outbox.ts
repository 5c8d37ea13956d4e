import {
  type Fault,
  FaultError,
  isUnsent,
  isWaiting,
  type MessageId,
  type OutboxEntry,
  type ServerEvent,
  type ServerId,
  type SessionKey,
  splitSessionKey,
  toFault,
} from "../model";
import type { OpenCodeClient, SessionRef } from "../opencode/client";
import { storedOutbox } from "../storage/cards";
import { type Surroundings, sleep } from "../sync/surroundings";
import { lossOf, withFiles } from "./attachments";
import type { Store } from "./store";

/** After this many answers of "no such message", this far apart, a prompt counts as not arrived. */
const CHECKS = 3;
const CHECK_PAUSE = 1_500;

/** Faults that tell that the server has not taken the prompt; after any other it may have. */
const DEFINITE: ReadonlySet<Fault["kind"]> = new Set<Fault["kind"]>([
  "refused-credentials",
  "host-permission-missing",
  "not-opencode",
  "not-found",
  "rejected-input",
  "attachment-gone",
]);

const SESSION_GONE: Fault = { kind: "not-found", detail: "the session is gone" };
const ALREADY_SENT: Fault = { kind: "already-sent" };

export interface OutboxDeps {
  store: Store;
  surroundings: Surroundings;
  /** The client while its stream is open. */
  client(server: ServerId): OpenCodeClient | undefined;
  onStorageFailure(error: unknown): void;
}

/**
 * Prompts on their way. Each is stored before it is handed to the server, and handed over once; when the outcome is
 * unknown (no answer, or this program died), the server is asked for the message's id.
 */
export function createOutbox({ store, surroundings, client, onStorageFailure }: OutboxDeps) {
  const checking = new Set<MessageId>();
  /** By session, the prompt that was handed over last. */
  const handedOver = new Map<SessionKey, MessageId>();

  async function replace(outbox: OutboxEntry[]): Promise<void> {
    store.dispatch({ type: "outbox.replaced", outbox });
    await storedOutbox.save(outbox.map(({ fault: _, ...entry }) => entry));
  }

  async function update(id: MessageId, change: Partial<OutboxEntry> | undefined): Promise<void> {
    const next = store.state.outbox.flatMap((entry) => {
      if (entry.prompt.messageId !== id) return [entry];
      return change ? [{ ...entry, ...change }] : [];
    });
    await replace(next).catch(onStorageFailure);
  }

  const find = (id: MessageId) => store.state.outbox.find((entry) => entry.prompt.messageId === id);

  function refOf(entry: OutboxEntry): { server: ServerId; ref: SessionRef } | undefined {
    const { server, session } = splitSessionKey(entry.key);
    const held = store.state.servers[server]?.sessions[session];
    return held && { server, ref: { id: held.id, directory: held.directory } };
  }

  async function notSent(id: MessageId, fault: Fault): Promise<void> {
    const key = find(id)?.key;
    if (key !== undefined && handedOver.get(key) === id) handedOver.delete(key);
    await update(id, { state: "not-sent", fault });
  }

  /** Puts the message into the transcript, if the stream has not brought it yet, and the entry out of the outbox. */
  async function arrived(id: MessageId): Promise<void> {
    const entry = find(id);
    const place = entry && refOf(entry);
    const isShown = place && store.state.servers[place.server]?.transcripts[place.ref.id]?.messages[id];
    const isThere = isShown || !place || (await settle(id).catch(() => undefined));
    // The server takes a prompt before it reads its files; with one that it cannot read the prompt is lost [measured on 1.18.33].
    const loss = isThere === false && entry ? lossOf(entry.prompt) : undefined;
    if (loss) return check(id, loss);
    await update(id, undefined);
  }

  /** Asks the server for the message. `undefined`: nobody could be asked. */
  async function settle(id: MessageId): Promise<boolean | undefined> {
    const entry = find(id);
    const place = entry && refOf(entry);
    const api = place && client(place.server);
    if (!place || !api) return undefined;
    const found = await api.message(place.ref, id);
    if (!found) return false;
    const dispatch = (event: Parameters<Store["dispatch"]>[0]) => store.dispatch(event);
    dispatch({ type: "server", server: place.server, event: { type: "message.upserted", message: found.message } });
    for (const part of found.parts) {
      dispatch({ type: "server", server: place.server, event: { type: "part.upserted", part } });
    }
    return true;
  }

  function canAsk(id: MessageId): boolean {
    const entry = find(id);
    if (!entry) return false;
    const { server } = splitSessionKey(entry.key);
    return client(server) !== undefined && (hasSession(id) || store.state.servers[server]?.fresh === true);
  }

  function hasSession(id: MessageId): boolean {
    const entry = find(id);
    return entry !== undefined && refOf(entry) !== undefined;
  }

  /** @param said What the server answered, when it did: why the prompt is not there, should it not be. */
  async function check(id: MessageId, said?: Fault): Promise<void> {
    if (checking.has(id)) return;
    checking.add(id);
    try {
      await update(id, { state: "checking" });
      for (let misses = 0; misses < CHECKS; ) {
        const found = await settle(id).catch(() => undefined);
        if (found) return await update(id, undefined);
        if (found === false) misses += 1;
        // Nobody to ask: `resume` comes back here when the server is connected again, and knows its sessions.
        else if (!canAsk(id)) return;
        else if (!hasSession(id)) return await notSent(id, SESSION_GONE);
        if (misses < CHECKS) await sleep(surroundings, CHECK_PAUSE);
      }
      await notSent(id, said ?? { kind: "unreachable", detail: "the connection broke before it arrived" });
    } finally {
      checking.delete(id);
    }
  }

  async function deliver(id: MessageId): Promise<void> {
    const entry = find(id);
    const place = entry && refOf(entry);
    if (!entry || !place) return notSent(id, SESSION_GONE);
    const api = client(place.server);
    if (!api) return notSent(id, { kind: "unreachable" });
    handedOver.set(entry.key, id);
    try {
      await api.prompt(place.ref, await withFiles(entry.prompt));
    } catch (error) {
      const fault = toFault(error);
      if (DEFINITE.has(fault.kind)) return notSent(id, fault);
      return check(id, fault.kind === "server-fault" ? fault : undefined);
    }
    await arrived(id);
  }

  /** Stores that a prompt goes, then hands it over. @throws StorageFullError and the like: it stays what it was */
  async function handOver(entry: OutboxEntry): Promise<void> {
    const { fault: _, ...rest } = entry;
    const id = entry.prompt.messageId;
    const next = store.state.outbox.map((one) => (one === entry ? { ...rest, state: "sending" as const } : one));
    await replace(next).catch(async (error: unknown) => {
      await update(id, entry);
      throw error;
    });
    void deliver(id);
  }

  // Whatever was thought of a prompt: once the server shows it, it has arrived, be it late or through another's doing.
  store.listen((event) => {
    if (event.type !== "server") return;
    for (const id of messageIdsIn(event.event)) {
      if (find(id)) void update(id, undefined);
    }
  });

  return {
    /** Stores, then hands over. Resolves when it is stored. @throws StorageFullError and the like: nothing was sent */
    async send(entry: OutboxEntry): Promise<void> {
      await replace([...store.state.outbox, entry]).catch(async (error: unknown) => {
        await update(entry.prompt.messageId, undefined);
        throw error;
      });
      void deliver(entry.prompt.messageId);
    },

    /**
     * Takes an entry that an earlier life of this program may have handed over. Resolves when it is stored; the server is
     * asked for it as soon as it can be.
     */
    async adopt(entry: OutboxEntry): Promise<void> {
      await replace([...store.state.outbox, { ...entry, state: "checking" }]);
      void check(entry.prompt.messageId);
    },

    /** Stores a prompt that waits for its turn. @throws StorageFullError and the like: it is not kept */
    async enqueue(entry: OutboxEntry): Promise<void> {
      await replace([...store.state.outbox, { ...entry, state: "queued" }]).catch(async (error: unknown) => {
        await update(entry.prompt.messageId, undefined);
        throw error;
      });
    },

    /** Changes prompts that wait, or their order. Resolves when that is stored. */
    rearrange: replace,

    /** Hands over a prompt that waits. @throws FaultError `already-sent` when it waits no more */
    async start(id: MessageId): Promise<void> {
      const entry = find(id);
      if (!entry || !isWaiting(entry)) throw new FaultError(ALREADY_SENT);
      await handOver(entry);
    },

    /** The ids stay the same, so that a prompt which did arrive after all is not doubled. */
    async resend(id: MessageId): Promise<void> {
      const entry = find(id);
      if (entry?.state === "not-sent") await handOver(entry);
    },

    /** The prompt that this program has handed over last in a session, unless it is known not to have arrived. */
    lastHandedOver: (key: SessionKey): MessageId | undefined => handedOver.get(key),

    /** Takes a prompt out. @throws FaultError `already-sent` when it is on its way, or at the server */
    async discard(id: MessageId): Promise<void> {
      const entry = find(id);
      if (!entry || !isUnsent(entry)) throw new FaultError(ALREADY_SENT);
      await update(id, undefined);
    },

    /** Drops what was to be said in sessions that are gone for good, whatever has become of it. */
    async forget(isGone: (key: SessionKey) => boolean): Promise<void> {
      const left = store.state.outbox.filter(({ key }) => !isGone(key));
      if (left.length < store.state.outbox.length) await replace(left).catch(onStorageFailure);
    },

    /** Loads what an earlier life of this program left; whatever was on its way then has an unknown outcome. */
    async load() {
      const loaded = await storedOutbox.load();
      const outbox = loaded.value.map((entry) =>
        entry.state === "sending" ? { ...entry, state: "checking" as const } : entry,
      );
      store.dispatch({ type: "outbox.replaced", outbox });
      return loaded;
    },

    /** A server is connected: settles what is still unknown there, and what may have come late while nobody listened. */
    async resume(server: ServerId): Promise<void> {
      const own = store.state.outbox.filter(({ key }) => splitSessionKey(key).server === server);
      const idsOf = (state: OutboxEntry["state"]) =>
        own.flatMap((entry) => (entry.state === state ? [entry.prompt.messageId] : []));
      const late = async (id: MessageId) => {
        // What the server shows is taken out by that.
        await settle(id).catch(() => undefined);
      };
      await Promise.all([...idsOf("checking").map((id) => check(id)), ...idsOf("not-sent").map(late)]);
    },
  };
}

function messageIdsIn(event: ServerEvent): MessageId[] {
  if (event.type === "message.upserted") return [event.message.id];
  return event.type === "transcript.page" ? event.messages.map(({ message }) => message.id) : [];
}

export type Outbox = ReturnType<typeof createOutbox>;
