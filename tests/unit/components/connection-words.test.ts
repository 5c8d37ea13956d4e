import { describe, expect, it } from "vitest";
import { connectionSentence, connectionSummary } from "../../../components/settings/connection-words";
import { type ConnectionState, emptyServer, emptyState, type State } from "../../../lib/model";

function withServers(connections: Record<string, ConnectionState>): State {
  const state = emptyState();
  for (const [name, connection] of Object.entries(connections)) {
    const profile = { id: name, name, url: "http://localhost", hasPassword: false, headerNames: [], enabled: true };
    state.servers[name] = { ...emptyServer(profile), connection };
  }
  return state;
}

const connected: ConnectionState = { status: "connected", since: 0 };
const reconnecting: ConnectionState = {
  status: "reconnecting",
  attempt: 2,
  nextTryAt: 10_000,
  fault: { kind: "unreachable" },
};

describe("where the connections stand", () => {
  it.each<[string, Record<string, ConnectionState>]>([
    ["Not connected", {}],
    ["Connected to Local", { Local: connected }],
    ["Connected to 2 servers", { Local: connected, Work: connected }],
    ["Connected to Local", { Local: connected, Work: { status: "disconnected" } }],
    ["Connecting to Local", { Local: { status: "connecting", since: 0 } }],
    ["Connecting to Local", { Local: { status: "asleep" } }],
    ["Reconnecting to Work; 1 of 2 connected", { Local: connected, Work: reconnecting }],
    ["Offline: Local waits for the network", { Local: { status: "offline" } }],
    ["Not connected", { Local: { status: "disconnected" } }],
    [
      "Not connected to Work: User or password was refused; 0 of 2 connected",
      { Local: reconnecting, Work: { status: "failed", fault: { kind: "refused-credentials" } } },
    ],
  ])("is “%s”", (words, connections) => {
    expect(connectionSummary(withServers(connections))).toBe(words);
  });

  it("counts down to the next try, then says that it is under way", () => {
    const server = withServers({ Work: reconnecting }).servers.Work;
    if (!server) throw new Error("no server");
    expect(connectionSentence(server, 5_000)).toBe("Reconnecting in 5 s — The server does not answer");
    expect(connectionSentence(server, 12_000)).toBe("Reconnecting… — The server does not answer");
  });
});
