import {
  FaultError,
  findSession,
  isAutoAccepted,
  type PermissionRequest,
  type ServerEvent,
  type ServerId,
  type SessionKey,
  type StateEvent,
  sessionKey,
  splitSessionKey,
  toFault,
} from "../model";
import { storedAutoAccept } from "../storage/auto-accept";
import type { Loaded } from "../storage/stored";
import type { Store } from "./store";

/** Events after which there may be a permission to grant: it has come, or where it belongs is known. */
const BRINGS: ReadonlySet<ServerEvent["type"]> = new Set<ServerEvent["type"]>([
  "request.asked",
  "requests.replaced",
  "session.upserted",
  "history.page",
  "autoAccept.replaced",
]);

export interface AutoAcceptDeps {
  store: Store;
  /** @throws FaultError when the server was not told */
  grant(key: SessionKey, requestId: string): Promise<void>;
  onStorageFailure(error: unknown): void;
}

/** Grants permissions in the sessions for which the user wants it, whether or not a panel is open. */
export function createAutoAccept({ store, grant, onStorageFailure }: AutoAcceptDeps) {
  const { state } = store;
  const granting = new Set<string>();
  let saved: SessionKey[] = [];
  // One after the other, so that what is chosen last is what is stored.
  let queue: Promise<unknown> = Promise.resolve();

  const held = (): SessionKey[] =>
    Object.values(state.servers).flatMap(({ id, autoAccept }) => autoAccept.map((session) => sessionKey(id, session)));

  async function save(keys: SessionKey[]): Promise<void> {
    await storedAutoAccept.save(keys);
    saved = keys;
  }

  function choose(server: ServerId, keys: readonly SessionKey[]): void {
    const ids = keys.map(splitSessionKey).filter((id) => id.server === server);
    const sessionIds = ids.map(({ session }) => session);
    store.dispatch({ type: "server", server, event: { type: "autoAccept.replaced", sessionIds } });
  }

  async function answer(server: ServerId, request: PermissionRequest): Promise<void> {
    const id = `${server}/${request.id}`;
    if (granting.has(id)) return;
    granting.add(id);
    try {
      await grant(sessionKey(server, request.sessionId), request.id);
    } catch (error) {
      // Writes are not retried: from here on it waits for the user, until the server says anew that it waits.
      const event: ServerEvent = { type: "request.left", requestId: request.id, fault: toFault(error) };
      store.dispatch({ type: "server", server, event });
    } finally {
      granting.delete(id);
    }
  }

  store.listen((event) => {
    if (takes(event) && held().length < saved.length) queue = queue.then(() => save(held())).catch(onStorageFailure);
    const server = event.type === "server" && BRINGS.has(event.event.type) ? state.servers[event.server] : undefined;
    if (!server || server.autoAccept.length === 0) return;
    for (const request of Object.values(server.requests)) {
      if (isAutoAccepted(server, request)) void answer(server.id, request);
    }
  });

  async function set(key: SessionKey, on: boolean): Promise<void> {
    const found = findSession(state, key);
    if (on && (!found || found.session.parentId)) {
      throw new FaultError({ kind: "rejected-input", detail: "no session that the user has begun" });
    }
    const others = held().filter((other) => other !== key);
    const { server } = splitSessionKey(key);
    // Stored before it is acted upon; taken back before that.
    if (!on) choose(server, others);
    await save(on ? [...others, key] : others);
    if (on) choose(server, [...others, key]);
  }

  return {
    /** Resolves when it is stored, and begins or ends with that. @throws FaultError, StorageFullError and the like */
    set(key: SessionKey, on: boolean): Promise<void> {
      const done = queue.then(() => set(key, on));
      queue = done.catch(() => undefined);
      return done;
    },

    /** Takes up what an earlier life of this program was told, for the servers that are there. */
    async load(): Promise<Loaded<SessionKey[]>> {
      const loaded = await storedAutoAccept.load();
      saved = loaded.value;
      for (const server of Object.keys(state.servers)) choose(server, loaded.value);
      return loaded;
    },
  };
}

/** Whether sessions may be gone after an event, and what was chosen for them with them. */
function takes(event: StateEvent): boolean {
  if (event.type !== "server") return event.type === "server.removed";
  return event.event.type === "session.removed" || event.event.type === "history.page";
}
