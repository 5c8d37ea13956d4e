import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { reduce } from "../../../lib/model";
import { setUpEngine } from "../../support/engine";
import { json, wireSession } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

const NOW = 1_795_000_000_000;

const user = (id: string, created: number) => ({
  info: { id, sessionID: "ses_1", role: "user", time: { created } },
  parts: [{ id: `prt_${id}`, sessionID: "ses_1", messageID: id, type: "text", text: `text of ${id}` }],
});

describe("after connecting", () => {
  it("everything is fetched: sessions, what runs, what waits, projects", async () => {
    const { wire, server, connect, fresh, engine } = setUpEngine();
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

  it("how far the server's clock is ahead is known, where it is by more than moments", async () => {
    for (const ahead of [3_600_000, 1_000]) {
      const { wire, server, connect, engine } = setUpEngine();
      const date = () => new Date(Date.now() + ahead).toUTCString();
      wire.intercept((_, path) =>
        path === "/global/health" ? json({ healthy: true, version: "1.18.33" }, 200, { date: date() }) : undefined,
      );
      await connect();
      const { clockOffset = 0 } = server.info ?? {};
      expect(Math.round(clockOffset / 60_000)).toBe(ahead > 60_000 ? 60 : 0);
      expect(clockOffset === 0).toBe(ahead < 60_000);
      engine.connection.stop("asleep");
    }
  });

  it("what ended, was answered or deleted meanwhile is gone", async () => {
    const { wire, server, connect, engine } = setUpEngine();
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
    const { wire, server, connect, engine } = setUpEngine();
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
    const { wire, server, connect, addCard, engine } = setUpEngine();
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
    const { wire, server, connect, watched, engine } = setUpEngine();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    wire.messages.set("ses_1", [user("msg_1", NOW)]);
    watched.push("ses_1");
    await connect();
    expect(server.transcripts.ses_1?.messageIds).toEqual(["msg_1"]);
    expect(server.transcripts.ses_1?.loaded).toBe("fresh");
    engine.connection.stop("asleep");
  });

  it("a watched session that was deleted does not keep the rest from being fetched", async () => {
    const { wire, server, connect, watched, engine } = setUpEngine();
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
    const { wire, server, connect, engine } = setUpEngine();
    reduce(server, { type: "session.upserted", session: session("ses_1") });
    wire.intercept((_, path) => (path === "/experimental/session" ? json({ data: {} }, 500) : undefined));
    await connect();
    expect(Object.keys(server.sessions)).toEqual(["ses_1"]);
    expect(server.fresh).toBe(false);
    expect(server.connection).toMatchObject({ status: "reconnecting", fault: { kind: "server-fault" } });
    engine.connection.stop("asleep");
  });

  it("every call about a session carries its own directory", async () => {
    const { wire, server, connect, watched, engine, client } = setUpEngine();
    wire.sessions.set("ses_1", wireSession("ses_1", { directory: "/work/harbour" }));
    watched.push("ses_1");
    await connect();
    await engine.fetchCatalog(client(), "/work/harbour").catch(() => undefined);
    const about = wire.requests.filter(({ path }) => path.startsWith("/session/ses_1") || path === "/agent");
    expect(about.length).toBeGreaterThan(0);
    expect(about.map(({ query }) => query.get("directory"))).toEqual(about.map(() => "/work/harbour"));
    expect(server.sessions.ses_1?.directory).toBe("/work/harbour");
    engine.connection.stop("asleep");
  });
});

describe("a page of messages", () => {
  it("of a session the server has no more removes it, and says so", async () => {
    const { wire, server, connect, engine, client } = setUpEngine();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    await connect();
    wire.sessions.delete("ses_1");
    await expect(engine.fetchPage(client(), "ses_1", "newest")).rejects.toMatchObject({ fault: { kind: "not-found" } });
    expect(server.sessions.ses_1).toBeUndefined();
    engine.connection.stop("asleep");
  });

  it("is followed by the page before it, by the server's cursor", async () => {
    const { wire, server, connect, engine, client } = setUpEngine();
    wire.sessions.set("ses_1", wireSession("ses_1"));
    wire.intercept((_, path) => {
      if (path !== "/session/ses_1/message") return undefined;
      const before = wire.requests.at(-1)?.query.get("before");
      return before === "older"
        ? json([user("msg_1", NOW)])
        : json([user("msg_2", NOW + 1)], 200, { "x-next-cursor": "older" });
    });
    await connect();
    await engine.fetchPage(client(), "ses_1", "newest");
    await engine.fetchPage(client(), "ses_1", "older");
    expect(server.transcripts.ses_1?.messageIds).toEqual(["msg_1", "msg_2"]);
    const asked = wire.requests.length;
    await engine.fetchPage(client(), "ses_1", "older");
    expect(wire.requests.length).toBe(asked);
    engine.connection.stop("asleep");
  });
});

function session(id: string) {
  return { id, title: id, directory: "/work/tides", projectId: "p", createdAt: 1, updatedAt: 1 };
}
