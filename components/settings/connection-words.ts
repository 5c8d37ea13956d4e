import { describeFault, folderName, type Server, type State } from "../../lib/model";
import type { Mark } from "../ui/StateMark";
import { duration } from "../ui/time";

/** The five words a connection is spoken of with. */
export type ConnectionWord = "Connected" | "Connecting" | "Reconnecting" | "Offline" | "Not connected";

const WORDS: Record<Server["connection"]["status"], { mark: Mark; word: ConnectionWord }> = {
  connected: { mark: "ready", word: "Connected" },
  connecting: { mark: "working", word: "Connecting" },
  // A panel that is open wakes its servers: this is the moment before.
  asleep: { mark: "working", word: "Connecting" },
  reconnecting: { mark: "working", word: "Reconnecting" },
  offline: { mark: "away", word: "Offline" },
  failed: { mark: "failed", word: "Not connected" },
  disconnected: { mark: "none", word: "Not connected" },
};

export function connectionOf(server: Server): { mark: Mark; word: ConnectionWord } {
  return WORDS[server.connection.status];
}

/** How a connection is, in a sentence that counts down: "Reconnecting in 5 s — The server does not answer". */
export function connectionSentence(server: Server, now: number): string {
  const connection = server.connection;
  switch (connection.status) {
    case "connected":
      return server.info ? `Connected · OpenCode ${server.info.version}` : "Connected";
    case "connecting":
    case "asleep":
      return "Connecting…";
    case "reconnecting":
      return `${nextTry(connection.nextTryAt, now)} — ${describeFault(connection.fault).title}`;
    case "offline":
      return "Offline — the browser has no network";
    case "failed":
      return `Not connected — ${describeFault(connection.fault).title}`;
    case "disconnected":
      return "Not connected";
  }
}

/** "Reconnecting in 5 s", or "Reconnecting…" once the time has come. */
export function nextTry(nextTryAt: number, now: number): string {
  return nextTryAt > now ? `Reconnecting in ${duration(nextTryAt - now)}` : "Reconnecting…";
}

/** What the user can do about a connection that does not stand. */
export function connectionRemedy(server: Server): string | undefined {
  const connection = server.connection;
  if (connection.status === "offline") return "It connects by itself when the network is back.";
  return "fault" in connection ? describeFault(connection.fault).remedy : undefined;
}

const TROUBLE: Server["connection"]["status"][] = ["failed", "offline", "reconnecting", "connecting", "asleep"];

/** Servers that the user wants connected; all of them are meant when several are spoken of. */
export function wantedServers(state: State): Server[] {
  return Object.values(state.servers).filter((server) => server.connection.status !== "disconnected");
}

/** The wanted server that is worst off. */
export function worstServer(state: State): Server | undefined {
  const rank = (server: Server) =>
    (TROUBLE.indexOf(server.connection.status) + TROUBLE.length + 1) % (TROUBLE.length + 1);
  return wantedServers(state).sort((a, b) => rank(a) - rank(b))[0];
}

/** Where all servers stand, for screen readers: no countdown, so that it is said once a change. */
export function connectionSummary(state: State): string {
  const wanted = wantedServers(state);
  const worst = worstServer(state);
  if (!worst) return "Not connected";
  const { word } = connectionOf(worst);
  if (word === "Connected")
    return wanted.length === 1 ? `Connected to ${worst.profile.name}` : `Connected to ${wanted.length} servers`;
  const cause = worst.connection.status === "failed" ? `: ${describeFault(worst.connection.fault).title}` : "";
  const name =
    word === "Offline" ? `Offline: ${worst.profile.name} waits for the network` : `${word} to ${worst.profile.name}`;
  const connected = wanted.filter((server) => server.connection.status === "connected").length;
  return `${name}${cause}${wanted.length > 1 ? `; ${connected} of ${wanted.length} connected` : ""}`;
}

/** The folder a server works in unless told otherwise, by the name people call it. */
export function defaultProject(server: Server): string | undefined {
  const directory = server.info?.directory ?? server.projects[0]?.directory;
  return directory ? folderName(directory) : undefined;
}
