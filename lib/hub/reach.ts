import { FaultError, findSession, type Server, type ServerId, type SessionKey, splitSessionKey } from "../model";
import type { OpenCodeClient } from "../opencode/client";
import type { Engine } from "../sync/engine";
import type { Surroundings } from "../sync/surroundings";
import type { Store } from "./store";

/** States of a connection that will soon be another. */
const UNDER_WAY: ReadonlySet<string> = new Set(["asleep", "connecting"]);
/** Milliseconds for a connection under way to be made. */
const PATIENCE = 10_000;

/** A server that answers. */
export interface Reached {
  engine: Engine;
  client: OpenCodeClient;
}

export interface ReachDeps {
  store: Store;
  surroundings: Pick<Surroundings, "timer">;
  engine(server: ServerId): Engine | undefined;
}

/** The way to a server that is connected, or soon will be, and to a session there. */
export function createReach({ store, surroundings, engine }: ReachDeps) {
  const { state } = store;

  /**
   * Waits while a connection is being made, as it is just after this program has started anew.
   *
   * @throws FaultError `unreachable` unless the server's stream is open then
   */
  function streaming(server: ServerId): Promise<Reached> {
    return reached(server, ({ connection }) => UNDER_WAY.has(connection.status));
  }

  /** The same, and waits while everything there is being fetched again. */
  function connected(server: ServerId): Promise<Reached> {
    return reached(
      server,
      ({ connection, fresh }) => UNDER_WAY.has(connection.status) || (connection.status === "connected" && !fresh),
    );
  }

  async function reached(server: ServerId, isOnItsWay: (held: Server) => boolean): Promise<Reached> {
    const found = engine(server);
    await whilst(() => {
      const held = state.servers[server];
      return held !== undefined && isOnItsWay(held);
    });
    const client = found?.connection.client();
    if (!found || !client) throw new FaultError({ kind: "unreachable" });
    return { engine: found, client };
  }

  function whilst(isUnderWay: () => boolean): Promise<void> {
    if (!isUnderWay()) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        stop();
        cancel();
        resolve();
      };
      const stop = store.listen(() => {
        if (!isUnderWay()) end();
      });
      const cancel = surroundings.timer(PATIENCE, end);
    });
  }

  /** The client and the session with its own directory, which every call about it carries. */
  async function place(key: SessionKey) {
    const serverId = splitSessionKey(key).server;
    const reached = await connected(serverId);
    const found = findSession(state, key);
    if (!found) throw new FaultError({ kind: "not-found", detail: "the session is gone" });
    const { id, directory } = found.session;
    return { ...reached, ref: { id, directory }, serverId };
  }

  return { streaming, connected, place };
}

export type Reach = ReturnType<typeof createReach>;
