import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setUpEngine } from "../../support/engine";
import { json, wireSession } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

/** An engine that knows a session from its last connection, and a server that never gets to the end of its list of them. */
async function setUp() {
  const set = setUpEngine();
  const { wire, connect, engine } = set;
  wire.sessions.set("ses_1", wireSession("ses_1"));
  wire.messages.set("ses_1", [
    {
      info: { id: "msg_1", sessionID: "ses_1", role: "user", time: { created: 1 } },
      parts: [{ id: "prt_1", sessionID: "ses_1", messageID: "msg_1", type: "text", text: "How high?" }],
    },
  ]);
  await connect();
  engine.connection.stop("asleep");
  await pass();
  wire.requests.length = 0;
  wire.intercept((_, path) => (path === "/experimental/session" ? "hang" : undefined));
  return set;
}
const PAGE = "GET /session/ses_1/message";

describe("a session that is opened while everything is fetched again", () => {
  it("does not wait for the rest, but for what runs there", async () => {
    const { wire, server, connect, engine, client } = await setUp();
    await connect();
    await engine.openPage(client(), "ses_1");
    expect(server.fresh).toBe(false);
    expect(server.transcripts.ses_1).toMatchObject({ messageIds: ["msg_1"], loaded: "fresh" });
    const asked = wire.requests.map(({ method, path }) => `${method} ${path}`);
    expect(asked.indexOf("GET /session/status")).toBeGreaterThan(-1);
    expect(asked.indexOf("GET /session/status")).toBeLessThan(asked.indexOf(PAGE));
    engine.connection.stop("asleep");
  });

  it("is asked for once, whoever looks at it", async () => {
    const { wire, connect, watched, engine, client } = await setUp();
    watched.push("ses_1");
    await connect();
    await Promise.all([engine.openPage(client(), "ses_1"), engine.openPage(client(), "ses_1")]);
    expect(wire.count(PAGE)).toBe(1);
    engine.connection.stop("asleep");
  });

  it("does not ask anew what runs where that was asked already", async () => {
    const { wire, server, connect, engine, client } = await setUp();
    // The folders have answered, what cards say of their sessions has not.
    wire.intercept((_, path) => (path === "/project" ? "hang" : undefined));
    await connect();
    await pass();
    expect(wire.count("GET /session/status")).toBe(1);
    await engine.openPage(client(), "ses_1");
    expect(server.fresh).toBe(false);
    expect(server.transcripts.ses_1).toMatchObject({ loaded: "fresh" });
    expect(wire.count("GET /session/status")).toBe(1);
    engine.connection.stop("asleep");
  });

  it("is asked for again after a failure, and when all is known", async () => {
    const { wire, server, connect, engine, client } = await setUp();
    let fails = true;
    wire.intercept((_, path) => {
      if (path === "/experimental/session") return fails ? "hang" : undefined;
      return fails && path === "/session/ses_1/message" ? json({}, 500) : undefined;
    });
    await connect();
    await expect(engine.openPage(client(), "ses_1")).rejects.toMatchObject({ fault: { kind: "server-fault" } });
    fails = false;
    await engine.openPage(client(), "ses_1");
    const before = wire.count(PAGE);
    engine.connection.stop("asleep");
    await connect();
    expect(server.fresh).toBe(true);
    await engine.openPage(client(), "ses_1");
    await engine.openPage(client(), "ses_1");
    expect(wire.count(PAGE)).toBe(before + 2);
    engine.connection.stop("asleep");
  });

  it("is unreachable when the connection breaks meanwhile", async () => {
    const { wire, connect, engine, client } = await setUp();
    wire.intercept((_, path) => (path === "/session/status" || path === "/experimental/session" ? "hang" : undefined));
    await connect();
    const page = engine.openPage(client(), "ses_1");
    const told = expect(page).rejects.toMatchObject({ fault: { kind: "unreachable" } });
    engine.connection.stop("asleep");
    await pass(60_000);
    await told;
  });
});
