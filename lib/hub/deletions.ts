import {
  type Deletion,
  FaultError,
  findSession,
  removeCard,
  type ServerId,
  type SessionKey,
  splitSessionKey,
  toFault,
} from "../model";
import type { OpenCodeClient } from "../opencode/client";
import { storedDeletions } from "../storage/cards";
import { storedDraft } from "../storage/drafts";
import { storedUndoTime } from "../storage/undo-time";
import type { Surroundings } from "../sync/surroundings";
import type { Store } from "./store";

/** Milliseconds for which a deletion waits at the least from when somebody is about to decide on it. */
export const HOLD = 10_000;

export interface DeletionsDeps {
  store: Store;
  surroundings: Pick<Surroundings, "timer" | "now">;
  /** The client while its stream is open. */
  client(server: ServerId): OpenCodeClient | undefined;
  /** A session is gone for good, and what was still to be said there with it. */
  onGone(key: SessionKey): Promise<void>;
  /** The server did not delete a session, which is therefore shown again. */
  onFailure(deletion: Deletion, error: unknown): void;
  onStorageFailure(error: unknown): void;
  /** A server may be needed now, or be needed no more. */
  onChange(): void;
}

/**
 * Sessions the user has deleted. Each is stored, shown nowhere from then on, and goes at its server when the time to take
 * that back is over, whether or not a panel is open. Where the server cannot be asked then, or this program is not there,
 * it goes when that server is next connected; until then it can be had back. The server is asked once.
 */
export function createDeletions({ store, surroundings, client, ...deps }: DeletionsDeps) {
  const { state } = store;
  /** Those whose time is not over, with what ends the wait. */
  const timers = new Map<SessionKey, () => void>();
  const underWay = new Set<SessionKey>();

  async function replace(deletions: Deletion[]): Promise<void> {
    store.dispatch({ type: "deletions.replaced", deletions });
    await storedDeletions.save(deletions).catch(deps.onStorageFailure);
  }

  const without = (key: SessionKey) => state.deletions.filter((deletion) => deletion.key !== key);

  function arm({ key, dueAt }: Deletion): void {
    const wait = Math.max(0, dueAt - surroundings.now());
    timers.set(
      key,
      surroundings.timer(wait, () => {
        timers.delete(key);
        void carryOut(key);
      }),
    );
  }

  async function carryOut(key: SessionKey): Promise<void> {
    const { server } = splitSessionKey(key);
    const deletion = state.deletions.find((one) => one.key === key);
    const session = findSession(state, key)?.session;
    const api = client(server);
    if (!deletion || underWay.has(key)) return;
    if (!api) return deps.onChange();
    underWay.add(key);
    try {
      if (session) await api.deleteSession({ id: session.id, directory: session.directory });
      await forget(key);
    } catch (error) {
      if (toFault(error).kind === "not-found") await forget(key);
      else deps.onFailure(deletion, error);
    }
    underWay.delete(key);
    await replace(without(key));
    deps.onChange();
  }

  async function forget(key: SessionKey): Promise<void> {
    const { server, session: sessionId } = splitSessionKey(key);
    store.dispatch({ type: "server", server, event: { type: "session.removed", sessionId } });
    store.dispatch({ type: "cards.replaced", cards: removeCard(state.cards, key) });
    await deps.onGone(key);
    await storedDraft(key).remove().catch(deps.onStorageFailure);
  }

  return {
    async load() {
      const loaded = await storedDeletions.load();
      store.dispatch({ type: "deletions.replaced", deletions: loaded.value });
      for (const deletion of loaded.value) arm(deletion);
      return loaded;
    },

    /** A server has been asked for everything: what waited for it can go. */
    resume(server: ServerId): void {
      for (const { key } of state.deletions) {
        if (splitSessionKey(key).server === server && !timers.has(key)) void carryOut(key);
      }
    },

    /** Whether a server will soon be asked to delete something. */
    isDue: (server: ServerId) => [...timers.keys(), ...underWay].some((key) => splitSessionKey(key).server === server),

    async deleteSession(key: SessionKey): Promise<void> {
      const { seconds } = (await storedUndoTime.load()).value;
      const session = findSession(state, key)?.session;
      if (!session) throw new FaultError({ kind: "not-found", detail: "the session is gone" });
      if (state.deletions.some((deletion) => deletion.key === key)) return;
      const deletion = { key, title: session.title, dueAt: surroundings.now() + seconds * 1000 };
      await replace([...state.deletions, deletion]);
      arm(deletion);
      deps.onChange();
    },

    /** Somebody is about to decide on deletions that are not due yet: they are not for some time. */
    async holdDeletions(): Promise<void> {
      const until = surroundings.now() + HOLD;
      const early = state.deletions.filter(({ key, dueAt }) => timers.has(key) && dueAt < until);
      if (early.length === 0) return;
      await replace(state.deletions.map((one) => (early.includes(one) ? { ...one, dueAt: until } : one)));
      for (const { key } of early) {
        const held = state.deletions.find((one) => one.key === key);
        // It was taken back, or its time was over, while that was stored.
        if (!held || !timers.has(key)) continue;
        timers.get(key)?.();
        arm(held);
      }
    },

    /** @throws FaultError `not-found` when it is too late */
    async undoDelete(key: SessionKey): Promise<void> {
      if (underWay.has(key) || !state.deletions.some((deletion) => deletion.key === key)) {
        throw new FaultError({ kind: "not-found", detail: "the session is deleted" });
      }
      timers.get(key)?.();
      timers.delete(key);
      await replace(without(key));
      deps.onChange();
    },

    /** A server was removed: nothing of it is left to be deleted from here. */
    async dropServer(server: ServerId): Promise<void> {
      const gone = state.deletions.filter(({ key }) => splitSessionKey(key).server === server);
      for (const { key } of gone) {
        timers.get(key)?.();
        timers.delete(key);
      }
      if (gone.length > 0) await replace(state.deletions.filter((deletion) => !gone.includes(deletion)));
    },
  };
}
