import { isRunning, type SessionKey, type State, sessionKey, splitSessionKey, stateOf } from "../model";

/** Follows which sessions run, and tells those that have come to an end. */
export function createEndings(state: State) {
  const running = new Set<SessionKey>();
  const ended = new Set<SessionKey>();

  return {
    /** Takes up what ran in an earlier life of this program. */
    load(keys: readonly SessionKey[]): void {
      for (const key of keys) running.add(key);
    },
    running: (): SessionKey[] => [...running],
    /** To be called when statuses may have changed. */
    follow(): void {
      for (const server of Object.values(state.servers)) {
        for (const id of Object.keys(server.statuses)) {
          const session = server.sessions[id];
          if (!session || session.parentId || !isRunning(server, id)) continue;
          running.add(sessionKey(server.id, id));
          ended.delete(sessionKey(server.id, id));
        }
      }
      for (const key of running) {
        const { server: serverId, session } = splitSessionKey(key);
        const server = state.servers[serverId];
        if (server && (!server.fresh || isRunning(server, session))) continue;
        running.delete(key);
        if (server) ended.add(key);
      }
    },
    /** What has ended since this was asked last. */
    take(): { key: SessionKey; kind: "finished" | "failed" }[] {
      const taken = [...ended].flatMap((key) => {
        const { server: serverId, session } = splitSessionKey(key);
        const server = state.servers[serverId];
        return server ? [{ key, kind: stateOf(server, session) === "failed" ? "failed" : "finished" } as const] : [];
      });
      ended.clear();
      return taken;
    },
  };
}
