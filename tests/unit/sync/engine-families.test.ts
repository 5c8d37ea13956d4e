import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setUpEngine } from "../../support/engine";
import { wireSession } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

describe("a subagent's request", () => {
  it("brings the session that asks and its parents, so that the root's card can show it", async () => {
    const { wire, server, connect, engine } = setUpEngine();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    await connect();
    wire.sessions.set("ses_2", wireSession("ses_2", { parentID: "ses_1" }));
    wire.sessions.set("ses_3", wireSession("ses_3", { parentID: "ses_2" }));
    wire.emit("permission.asked", { id: "per_1", sessionID: "ses_3", permission: "bash", patterns: [], always: [] });
    await pass();
    expect(server.sessions.ses_3?.parentId).toBe("ses_2");
    expect(server.sessions.ses_2?.parentId).toBe("ses_1");
    engine.connection.stop("asleep");
  });

  it("of a session that is gone by now is no trouble", async () => {
    const { wire, server, connect, engine } = setUpEngine();
    await connect();
    wire.emit("permission.asked", { id: "per_1", sessionID: "ses_9", permission: "bash", patterns: [], always: [] });
    await pass();
    expect(server.connection.status).toBe("connected");
    expect(server.sessions.ses_9).toBeUndefined();
    engine.connection.stop("asleep");
  });

  it("with parents in a circle ends", async () => {
    const { wire, server, connect, engine } = setUpEngine();
    wire.sessions.set("ses_1", wireSession("ses_1", { parentID: "ses_2" }));
    wire.sessions.set("ses_2", wireSession("ses_2", { parentID: "ses_1" }));
    wire.open.permissions.push({ id: "per_1", sessionID: "ses_1", permission: "bash", patterns: [], always: [] });
    await connect();
    expect(server.fresh).toBe(true);
    engine.connection.stop("asleep");
  });
});

describe("a subagent that nobody has told of", () => {
  it("is known by its run, whose end is noticed after a gap", async () => {
    const { wire, server, connect, engine } = setUpEngine();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    await connect();
    wire.sessions.set("ses_9", wireSession("ses_9", { parentID: "ses_1" }));
    wire.emit("session.status", { sessionID: "ses_9", status: { type: "busy" } });
    await pass();
    expect(server.sessions.ses_9?.parentId).toBe("ses_1");
    expect(server.statuses.ses_9).toEqual({ type: "busy" });
    wire.cut();
    await passUntil(() => server.statuses.ses_9 === undefined);
    engine.connection.stop("asleep");
  });

  it("is no more when the server does not have it", async () => {
    const { wire, server, connect, engine, events } = setUpEngine();
    await connect();
    wire.emit("session.status", { sessionID: "ses_9", status: { type: "busy" } });
    await passUntil(() => events.at(-1)?.type === "session.removed");
    expect(server.statuses.ses_9).toBeUndefined();
    engine.connection.stop("asleep");
  });

  it("is no more when the session that it works for is gone, though the server lists what it waits for", async () => {
    const { wire, server, connect, engine } = setUpEngine();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    wire.sessions.set("ses_9", wireSession("ses_9", { parentID: "ses_1" }));
    wire.open.permissions.push({ id: "per_1", sessionID: "ses_9", permission: "bash", patterns: [], always: [] });
    await connect();
    expect(Object.keys(server.requests)).toEqual(["per_1"]);
    wire.sessions.clear();
    wire.cut();
    await passUntil(() => server.fresh && Object.keys(server.requests).length === 0);
    expect(server.sessions).toEqual({});
    engine.connection.stop("asleep");
  });
});
