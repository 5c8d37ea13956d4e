import { describe, expect, it, vi } from "vitest";
import type { App, View } from "../../../components/app/context";
import { offersOf } from "../../../components/commands/command";
import { server as commands } from "../../../components/commands/list/server";
import { serverSubject, serversByNearness } from "../../../components/settings/commands/server-subject";
import { type ConnectionState, emptyServer, emptyState, type Server, type State } from "../../../lib/model";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());

function serverIn(id: string, connection: ConnectionState): Server {
  const profile = {
    id,
    name: id.toUpperCase(),
    url: `http://${id}`,
    hasPassword: false,
    headerNames: [],
    enabled: true,
  };
  return { ...emptyServer(profile), connection };
}
const stateOf = (...servers: Server[]): State => ({
  ...emptyState(),
  servers: Object.fromEntries(servers.map((one) => [one.id, one])),
});
const connected = (id: string) => serverIn(id, { status: "connected", since: 0 });
const failed = (id: string, kind: "unreachable" | "host-permission-missing" = "unreachable") =>
  serverIn(id, { status: "failed", fault: { kind } });

function offers(state: State, server: Server) {
  const app = { state, view: () => ({ screen: "home" }), go: vi.fn(), commands: { show: vi.fn() }, background: {} };
  const run = vi.fn();
  return { app, run, list: offersOf(commands, serverSubject(app as unknown as App, server, run)) };
}
const labels = (server: Server) => offers(stateOf(server), server).list.map(({ label }) => label);

describe("what can be done about a server", () => {
  it("is what its connection allows", () => {
    const all = ["Edit", "Connection details", "Remove…"];
    expect(labels(connected("a"))).toEqual([
      "Disconnect",
      "Edit",
      "Providers",
      "Connection details",
      "Tools and services",
      "Remove…",
    ]);
    expect(labels(failed("a"))).toEqual(["Reconnect now", "Disconnect", ...all]);
    expect(labels(failed("a", "host-permission-missing"))).toEqual(["Allow access", "Disconnect", ...all]);
    expect(labels(serverIn("a", { status: "disconnected" }))).toEqual(["Connect", ...all]);
  });

  it("is done to the one it names, where there are several", () => {
    const [a, b] = [connected("a"), connected("b")];
    expect(offers(stateOf(a), a).list[0]).toMatchObject({ note: undefined, of: "a" });
    const { app, list } = offers(stateOf(a, b), b);
    expect(list[0]).toMatchObject({ note: "B", of: "b" });
    list.at(-1)?.run();
    expect(app.commands.show).toHaveBeenCalledWith({ remove: "b" });
  });

  it("comes first for the server of what is open, then for the one that is worst off", () => {
    const state = stateOf(connected("a"), connected("b"), failed("c"));
    const order = (view: View) => serversByNearness(state, view).map(({ id }) => id);
    expect(order({ screen: "home" })).toEqual(["c", "a", "b"]);
    expect(order({ screen: "session", key: "b/ses" })).toEqual(["b", "c", "a"]);
  });
});
