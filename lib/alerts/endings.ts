import { isRunning, type SessionKey, type State, sessionKey, splitSessionKey } from "../model";

/** Follows which sessions run, and tells those that have come to an end while nobody looked. */
export function createEndings(state: State, isWatched: (key: SessionKey) => boolean) {
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
        if (server && !isWatched(key)) ended.add(key);
      }
    },
    /** What has ended since this was asked last. */
    take(): SessionKey[] {
      const taken = [...ended];
      ended.clear();
      return taken;
    },
  };
}
