import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setUpEngine } from "../../support/engine";
import { json, type simulateServer, wireSession } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

/** A server that offers these providers for as long as they are in the list. */
function offer(wire: ReturnType<typeof simulateServer>): unknown[] {
  const providers: unknown[] = [{ id: "a", name: "Alpha", models: {} }];
  wire.intercept((_, path) => {
    if (path === "/agent" || path === "/command") return json([]);
    if (path === "/config/providers") return json({ providers, default: {} });
    return path === "/config" ? json({}) : undefined;
  });
  return providers;
}

describe("a server that was away", () => {
  it("is asked anew what can be chosen", async () => {
    const { wire, server, connect, engine, client } = setUpEngine();
    const providers = offer(wire);
    await connect();
    await engine.fetchCatalog(client(), "/work/tides");
    providers.length = 0;
    wire.cut();
    await passUntil(() => server.catalogs["/work/tides"]?.providers.length === 0);
    engine.connection.stop("asleep");
  });
});

describe("a run that was refused", () => {
  const refuse = (name: string) => ({
    sessionID: "ses_1",
    error: { name, data: { message: "Model not found: nobody/none." } },
  });

  it("has what can be chosen asked anew, and a stop of the user's own has not", async () => {
    const { wire, server, connect, engine, client } = setUpEngine();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    const providers = offer(wire);
    await connect();
    await engine.fetchCatalog(client(), "/work/tides");
    providers.length = 0;
    wire.emit("session.error", refuse("MessageAbortedError"));
    await pass();
    expect(server.catalogs["/work/tides"]?.providers).toHaveLength(1);
    wire.emit("session.error", refuse("UnknownError"));
    await pass();
    expect(server.catalogs["/work/tides"]?.providers).toEqual([]);
    engine.connection.stop("asleep");
  });
});
