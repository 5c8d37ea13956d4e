import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Card, emptyServer, reduce, type ServerEvent, sessionKey } from "../../../lib/model";
import { createEngine } from "../../../lib/sync/engine";
import { createJournal } from "../../../lib/sync/journal";
import { json, simulateServer, wireSession } from "../../support/simulated-server";
import { pass, passUntil, simulateSurroundings, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

const NOW = 1_795_000_000_000;

function setUp() {
  const wire = simulateServer();
  const { surroundings, timers } = simulateSurroundings(wire);
  const server = emptyServer({ id: "s", name: "S", url: wire.url, hasPassword: false, headerNames: [], enabled: true });
  const cards: Card[] = [];
  const watched: string[] = [];
  const fresh = vi.fn();
  const events: ServerEvent[] = [];
  const engine = createEngine({
    surroundings,
    endpoint: async () => ({ url: wire.url, headers: {} }),
    server: () => server,
    cards: () => cards,
    watched: () => watched,
    dispatch(event) {
      events.push(event);
      reduce(server, event);
    },
    journal: createJournal(undefined, Date.now),
    onFresh: fresh,
  });
  const addCard = (id: string) => cards.push({ key: sessionKey("s", id), pinned: false, usedAt: 1, seenAt: 0 });
  async function connect(): Promise<void> {
    engine.connection.start();
    await pass();
  }
  return { wire, server, engine, watched, fresh, events, addCard, connect, timers };
}

const user = (id: string, created: number) => ({
  info: { id, sessionID: "ses_1", role: "user", time: { created } },
  parts: [{ id: `prt_${id}`, sessionID: "ses_1", messageID: id, type: "text", text: `text of ${id}` }],
});

describe("after connecting", () => {
  it("everything is fetched: sessions, what runs, what waits, projects", async () => {
    const { wire, server, connect, fresh, engine } = setUp();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    wire.statuses.set("ses_1", { type: "busy" });
    wire.open.permissions.push({ id: "per_1", sessionID: "ses_1", permission: "bash", patterns: ["ls"], always: [] });
    wire.open.questions.push({
      id: "que_1",
      sessionID: "ses_1",
      questions: [{ header: "H", question: "Q", options: [] }],
    });
    await connect();
    expect(Object.keys(server.sessions)).toEqual(["ses_1"]);
    expect(server.statuses.ses_1).toEqual({ type: "busy" });
    expect(Object.keys(server.requests).sort()).toEqual(["per_1", "que_1"]);
    expect(server.projects).toEqual([{ id: "p", directory: "/work/tides" }]);
    expect(server.fresh).toBe(true);
    expect(fresh).toHaveBeenCalled();
    engine.connection.stop("asleep");
  });

  it("what ended, was answered or deleted meanwhile is gone", async () => {
    const { wire, server, connect, engine } = setUp();
    for (const id of ["ses_1", "ses_2"]) wire.sessions.set(id, wireSession(id));
    wire.statuses.set("ses_1", { type: "busy" });
    wire.open.permissions.push({ id: "per_1", sessionID: "ses_1", permission: "bash", patterns: ["ls"], always: [] });
    await connect();
    wire.statuses.clear();
    wire.open.permissions.length = 0;
    wire.sessions.delete("ses_2");
    wire.cut();
    await pass(3_000);
    expect(server.statuses).toEqual({});
    expect(server.requests).toEqual({});
    expect(Object.keys(server.sessions)).toEqual(["ses_1"]);
    engine.connection.stop("asleep");
  });

  it("an event that comes during the fetch is not taken back by it", async () => {
    const { wire, server, connect, engine } = setUp();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    const outdated = json([wireSession("ses_1", { title: "Old title" })]);
    let isFirst = true;
    wire.intercept((_, path) => {
      if (path !== "/experimental/session" || !isFirst) return undefined;
      isFirst = false;
      wire.emit("session.updated", { sessionID: "ses_1", info: wireSession("ses_1", { title: "New title" }) });
      return outdated;
    });
    await connect();
    expect(server.sessions.ses_1?.title).toBe("New title");
    engine.connection.stop("asleep");
  });

  it("a card whose session is older than the first page is fetched by itself, and removed when it is gone", async () => {
    const { wire, server, connect, addCard, engine } = setUp();
    reduce(server, { type: "session.upserted", session: session("ses_old") });
    reduce(server, { type: "session.upserted", session: session("ses_gone") });
    addCard("ses_old");
    addCard("ses_gone");
    wire.sessions.set("ses_old", wireSession("ses_old", { title: "Renamed", time: { created: 1, updated: 1 } }));
    wire.intercept((_, path) =>
      path === "/experimental/session"
        ? json([wireSession("ses_new")], 200, { "x-next-cursor": String(NOW) })
        : undefined,
    );
    await connect();
    expect(server.sessions.ses_old?.title).toBe("Renamed");
    expect(server.sessions.ses_gone).toBeUndefined();
    engine.connection.stop("asleep");
  });

  it("a session that somebody watches gets its newest messages", async () => {
    const { wire, server, connect, watched, engine } = setUp();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    wire.messages.set("ses_1", [user("msg_1", NOW)]);
    watched.push("ses_1");
    await connect();
    expect(server.transcripts.ses_1?.messageIds).toEqual(["msg_1"]);
    expect(server.transcripts.ses_1?.loaded).toBe("fresh");
    engine.connection.stop("asleep");
  });

  it("a watched session that was deleted does not keep the rest from being fetched", async () => {
    const { wire, server, connect, watched, engine } = setUp();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    watched.push("ses_1");
    wire.intercept((_, path) =>
      path === "/session/ses_1/message" ? json({ data: { message: "Session not found" } }, 404) : undefined,
    );
    await connect();
    expect(server.connection.status).toBe("connected");
    expect(server.fresh).toBe(true);
    expect(server.sessions.ses_1).toBeUndefined();
    engine.connection.stop("asleep");
  });

  it("nothing is called empty when the fetch fails", async () => {
    const { wire, server, connect, engine } = setUp();
    reduce(server, { type: "session.upserted", session: session("ses_1") });
    wire.intercept((_, path) => (path === "/experimental/session" ? json({ data: {} }, 500) : undefined));
    await connect();
    expect(Object.keys(server.sessions)).toEqual(["ses_1"]);
    expect(server.fresh).toBe(false);
    expect(server.connection).toMatchObject({ status: "reconnecting", fault: { kind: "server-fault" } });
    engine.connection.stop("asleep");
  });

  it("every call about a session carries its own directory", async () => {
    const { wire, server, connect, watched, engine } = setUp();
    wire.sessions.set("ses_1", wireSession("ses_1", { directory: "/work/harbour" }));
    watched.push("ses_1");
    await connect();
    await engine.fetchCatalog(engine.connection.client() ?? fail(), "/work/harbour").catch(() => undefined);
    const about = wire.requests.filter(({ path }) => path.startsWith("/session/ses_1") || path === "/agent");
    expect(about.length).toBeGreaterThan(0);
    expect(about.map(({ query }) => query.get("directory"))).toEqual(about.map(() => "/work/harbour"));
    expect(server.sessions.ses_1?.directory).toBe("/work/harbour");
    engine.connection.stop("asleep");
  });
});

describe("a subagent's request", () => {
  it("brings the session that asks and its parents, so that the root's card can show it", async () => {
    const { wire, server, connect, engine } = setUp();
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
    const { wire, server, connect, engine } = setUp();
    await connect();
    wire.emit("permission.asked", { id: "per_1", sessionID: "ses_9", permission: "bash", patterns: [], always: [] });
    await pass();
    expect(server.connection.status).toBe("connected");
    expect(server.sessions.ses_9).toBeUndefined();
    engine.connection.stop("asleep");
  });

  it("with parents in a circle ends", async () => {
    const { wire, server, connect, engine } = setUp();
    wire.sessions.set("ses_1", wireSession("ses_1", { parentID: "ses_2" }));
    wire.sessions.set("ses_2", wireSession("ses_2", { parentID: "ses_1" }));
    wire.open.permissions.push({ id: "per_1", sessionID: "ses_1", permission: "bash", patterns: [], always: [] });
    await connect();
    expect(server.fresh).toBe(true);
    engine.connection.stop("asleep");
  });
});

/** A server that offers these providers for as long as they are in the list. */
function offer(wire: ReturnType<typeof simulateServer>): unknown[] {
  const providers: unknown[] = [{ id: "a", name: "Alpha", models: {} }];
  wire.intercept((_, path) => {
    if (path === "/agent") return json([]);
    if (path === "/config/providers") return json({ providers, default: {} });
    return path === "/config" ? json({}) : undefined;
  });
  return providers;
}

describe("a subagent that nobody has told of", () => {
  it("is known by its run, whose end is noticed after a gap", async () => {
    const { wire, server, connect, engine } = setUp();
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
    const { wire, server, connect, engine, events } = setUp();
    await connect();
    wire.emit("session.status", { sessionID: "ses_9", status: { type: "busy" } });
    await passUntil(() => events.at(-1)?.type === "session.removed");
    expect(server.statuses.ses_9).toBeUndefined();
    engine.connection.stop("asleep");
  });
});

describe("a server that was away", () => {
  it("is asked anew what can be chosen", async () => {
    const { wire, server, connect, engine } = setUp();
    const providers = offer(wire);
    await connect();
    await engine.fetchCatalog(engine.connection.client() ?? fail(), "/work/tides");
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
    const { wire, server, connect, engine } = setUp();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    const providers = offer(wire);
    await connect();
    await engine.fetchCatalog(engine.connection.client() ?? fail(), "/work/tides");
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

describe("a page of messages", () => {
  it("of a session the server has no more removes it, and says so", async () => {
    const { wire, server, connect, engine } = setUp();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    await connect();
    wire.sessions.delete("ses_1");
    const client = engine.connection.client() ?? fail();
    await expect(engine.fetchPage(client, "ses_1", "newest")).rejects.toMatchObject({ fault: { kind: "not-found" } });
    expect(server.sessions.ses_1).toBeUndefined();
    engine.connection.stop("asleep");
  });

  it("is followed by the page before it, by the server's cursor", async () => {
    const { wire, server, connect, engine } = setUp();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    wire.intercept((_, path) => {
      if (path !== "/session/ses_1/message") return undefined;
      const before = wire.requests.at(-1)?.query.get("before");
      return before === "older"
        ? json([user("msg_1", NOW)])
        : json([user("msg_2", NOW + 1)], 200, { "x-next-cursor": "older" });
    });
    await connect();
    const client = engine.connection.client() ?? fail();
    await engine.fetchPage(client, "ses_1", "newest");
    await engine.fetchPage(client, "ses_1", "older");
    expect(server.transcripts.ses_1?.messageIds).toEqual(["msg_1", "msg_2"]);
    const asked = wire.requests.length;
    await engine.fetchPage(client, "ses_1", "older");
    expect(wire.requests.length).toBe(asked);
    engine.connection.stop("asleep");
  });
});

function session(id: string) {
  return { id, title: id, directory: "/work/tides", projectId: "p", createdAt: 1, updatedAt: 1 };
}

function fail(): never {
  throw new Error("there is no client");
}
