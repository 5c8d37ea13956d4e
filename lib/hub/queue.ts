import type { PromptCalls } from "../bridge/calls/prompts";
import type { QueueCalls } from "../bridge/calls/queue";
import { promptWords } from "../find/pieces";
import {
  FaultError,
  findSession,
  isRunning,
  isWaiting,
  type MessageId,
  moveInQueue,
  type OutboxEntry,
  queueOf,
  type ServerId,
  type SessionKey,
  type StateEvent,
  splitSessionKey,
} from "../model";
import type { OpenCodeClient } from "../opencode/client";
import { createIdentifiers } from "../opencode/identifier";
import { type Surroundings, sleep } from "../sync/surroundings";
import type { Outbox } from "./outbox";
import { reworded } from "./reword";
import { endOf } from "./run-end";
import type { Store } from "./store";

/** Milliseconds between looks at a run that seems to be over, and how many are taken before it counts as broken off. */
const PAUSE = 500;
const LOOKS = 20;
/** Milliseconds that a prompt waits for a user who is changing it, unless they say again that they are. */
const CHANGING = 6_000;
/** A prompt is taken this many milliseconds before its session counts as running, at the most. */
const TAKING = 10_000;

export interface QueueDeps {
  store: Store;
  surroundings: Surroundings;
  outbox: Pick<Outbox, "start" | "rearrange" | "lastHandedOver">;
  /** The client while its stream is open. */
  client(server: ServerId): OpenCodeClient | undefined;
  stop(key: SessionKey): Promise<void>;
  onStorageFailure(error: unknown): void;
  /** A server may be needed now, or be needed no more. */
  onChange(): void;
}

/**
 * Prompts that wait for a run to end, one after the other: each goes when the answer to the one before is complete. After a
 * stop, a failure or a rejection they are held until the user says otherwise. A server that is sent a prompt during a run
 * gives it to the model at the next step, all that came until then at once [measured on 1.18.33]: so they wait here.
 */
export function createQueue({ store, surroundings, outbox, client, stop, onStorageFailure, onChange }: QueueDeps) {
  const { state } = store;
  const identify = createIdentifiers(surroundings.now);
  /** Sessions of which the queue is being looked after. */
  const underWay = new Set<SessionKey>();
  /** Sessions in which the user has just said what goes: how the run before it ends is of no account. */
  const byHand = new Set<SessionKey>();
  /** By session, the prompt on its way that the queue waits for. */
  const ahead = new Map<SessionKey, MessageId>();
  /** Prompts that a user is changing, each with what calls off the end of the wait for that. */
  const changing = new Map<MessageId, () => void>();
  /** Sessions that were handed a prompt and may not count as running yet. */
  const taking = new Set<SessionKey>();

  function runs(key: SessionKey): boolean {
    const { server, session } = splitSessionKey(key);
    const held = state.servers[server];
    return held !== undefined && isRunning(held, session);
  }

  /** The first that is queued. A user who is changing it has it, and with it all behind it, wait. */
  function next(key: SessionKey): OutboxEntry | undefined {
    const first = queueOf(state.outbox, key).find((entry) => entry.state === "queued");
    return first && !changing.has(first.prompt.messageId) ? first : undefined;
  }

  function changed(id: MessageId): void {
    changing.get(id)?.();
    if (!changing.delete(id)) return;
    const entry = state.outbox.find(({ prompt }) => prompt.messageId === id);
    if (entry) void goOn(entry.key);
  }

  /** Whether the first in the queue may go, unless the run before it says otherwise. */
  function isDueNow(key: SessionKey): boolean {
    const { server } = splitSessionKey(key);
    const onItsWay = state.outbox.find((entry) => entry.key === key && isOnItsWay(entry));
    if (onItsWay) ahead.set(key, onItsWay.prompt.messageId);
    const isAsked = state.servers[server]?.fresh === true && client(server) !== undefined;
    return isAsked && !onItsWay && !byHand.has(key) && !runs(key) && next(key) !== undefined;
  }

  async function change(key: SessionKey, from: OutboxEntry["state"], to: OutboxEntry["state"]): Promise<void> {
    const isMeant = (entry: OutboxEntry) => entry.key === key && entry.state === from;
    if (!state.outbox.some(isMeant)) return;
    await outbox.rearrange(state.outbox.map((entry) => (isMeant(entry) ? { ...entry, state: to } : entry)));
  }

  const hold = (key: SessionKey) => change(key, "queued", "held").catch(onStorageFailure);

  async function start(id: MessageId, key: SessionKey): Promise<void> {
    ahead.set(key, id);
    taking.add(key);
    surroundings.timer(TAKING, () => {
      taking.delete(key);
      onChange();
    });
    await outbox.start(id);
  }

  /** Hands over the first in the queue when the run before it has come to a good end. */
  async function goOn(key: SessionKey): Promise<void> {
    if (underWay.has(key) || !isDueNow(key)) return;
    underWay.add(key);
    try {
      for (let looks = 1; isDueNow(key); looks++) {
        if (hasFailed(ahead.get(key))) return await hold(key);
        const end = await endOf(state, key, client, outbox.lastHandedOver(key)).catch(() => "open" as const);
        const first = next(key);
        if (!first || !isDueNow(key)) return;
        if (end === "well") {
          return await start(first.prompt.messageId, key).catch(async (error: unknown) => {
            onStorageFailure(error);
            await hold(key);
          });
        }
        if (end === "badly" || looks === LOOKS) return await hold(key);
        await sleep(surroundings, PAUSE);
      }
    } finally {
      underWay.delete(key);
    }
  }

  /** @throws FaultError `unreachable` when the server is not connected: everything stays as it is */
  async function asTold(key: SessionKey, work: () => Promise<void>): Promise<void> {
    if (!client(splitSessionKey(key).server)) throw new FaultError({ kind: "unreachable" });
    byHand.add(key);
    try {
      await work();
    } finally {
      byHand.delete(key);
      void goOn(key);
    }
  }

  const hasFailed = (id: MessageId | undefined) =>
    state.outbox.some(({ prompt, state: fate }) => prompt.messageId === id && fate === "not-sent");

  function waiting(id: MessageId): OutboxEntry {
    const entry = state.outbox.find((one) => one.prompt.messageId === id);
    if (!entry || !isWaiting(entry)) throw new FaultError({ kind: "already-sent" });
    return entry;
  }

  function goOnEverywhere(): void {
    const queued = state.outbox.filter((entry) => entry.state === "queued");
    for (const key of new Set(queued.map((entry) => entry.key))) void goOn(key);
    onChange();
  }

  store.listen((event) => {
    // When everybody has heard of this event: what follows from it is another.
    if (tells(event)) queueMicrotask(goOnEverywhere);
  });

  const calls: QueueCalls & Pick<PromptCalls, "stop"> = {
    async stop(key) {
      byHand.add(key);
      try {
        await stop(key);
        await hold(key);
      } finally {
        byHand.delete(key);
        // Where the stop did not get through, what ended meanwhile was passed over.
        void goOn(key);
      }
    },

    async sendNow(id) {
      const { key } = waiting(id);
      await asTold(key, async () => {
        if (runs(key)) await stop(key);
        for (let looks = 0; looks < LOOKS && runs(key); looks++) await sleep(surroundings, PAUSE / 5);
        await start(id, key);
      });
    },

    async sendBeside(id) {
      const { key } = waiting(id);
      await asTold(key, () => start(id, key));
    },

    async moveQueued(id, by) {
      await outbox.rearrange(moveInQueue(state.outbox, waiting(id), by));
    },

    async rewordQueued(id, words, was, kind) {
      const entry = waiting(id);
      const now = promptWords(entry.prompt);
      if (now !== was && now !== words) throw new FaultError({ kind: "changed-elsewhere" });
      const next = reworded(entry, words, kind, identify);
      await outbox.rearrange(state.outbox.map((one) => (one === entry ? next : one)));
      changed(id);
    },

    async awaitQueued(id) {
      waiting(id);
      changing.get(id)?.();
      changing.set(
        id,
        surroundings.timer(CHANGING, () => changed(id)),
      );
    },

    async unawaitQueued(id) {
      changed(id);
    },

    async releaseQueue(key) {
      await asTold(key, async () => {
        await change(key, "held", "queued");
        const first = next(key);
        if (first && !runs(key)) await start(first.prompt.messageId, key);
      });
    },
  };

  return {
    calls,
    /** Whether a server will be needed for what is queued. */
    isDue: (server: ServerId): boolean =>
      [...taking].some((key) => splitSessionKey(key).server === server) ||
      state.outbox.some(
        (entry) =>
          splitSessionKey(entry.key).server === server &&
          (entry.state === "sending" || (entry.state === "queued" && findSession(state, entry.key) !== undefined)),
      ),
  };
}

function isOnItsWay({ state }: OutboxEntry): boolean {
  return state === "sending" || state === "checking";
}

const TELLING: ReadonlySet<string> = new Set(["session.status", "statuses.replaced", "freshness.changed"]);

/** Whether after an event something that is queued may go. */
function tells(event: StateEvent): boolean {
  return event.type === "outbox.replaced" || (event.type === "server" && TELLING.has(event.event.type));
}
