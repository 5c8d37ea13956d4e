import { describe, expect, it } from "vitest";
import { type Request, reduce, type ServerEvent, type Session } from "../../../lib/model";
import { newServer } from "../../support/replay";

const session = (id: string, updatedAt = 1, fields: Partial<Session> = {}): Session => ({
  id,
  title: id,
  directory: "/work/tides",
  projectId: "p",
  createdAt: 1,
  updatedAt,
  ...fields,
});
const request = (id: string, sessionId: string): Request => ({
  type: "permission",
  id,
  sessionId,
  permission: "bash",
  patterns: [],
  always: [],
  metadata: {},
});

function told(...events: ServerEvent[]) {
  const server = newServer();
  for (const event of structuredClone(events)) reduce(server, event);
  return server;
}

type HistoryPage = Extract<ServerEvent, { type: "history.page" }>;
const page = (sessions: Session[], fields: Partial<HistoryPage> = {}): HistoryPage => ({
  type: "history.page",
  sessions,
  floor: sessions.at(-1)?.updatedAt ?? 0,
  first: true,
  complete: false,
  cursor: "c",
  ...fields,
});

describe("the history", () => {
  it("loses what the server's first page has no more, down to its floor", () => {
    const server = told(
      page([session("c", 30), session("b", 20), session("a", 10)]),
      page([session("c", 30), session("a", 10)]),
    );
    expect(Object.keys(server.sessions).sort()).toEqual(["a", "c"]);
  });

  it("keeps what is older than the page, or a subagent's", () => {
    const held = [session("old", 5), session("child", 25, { parentId: "c" })];
    const server = told(
      ...held.map((one): ServerEvent => ({ type: "session.upserted", session: one })),
      page([session("c", 30), session("b", 20)]),
    );
    expect(Object.keys(server.sessions).sort()).toEqual(["b", "c", "child", "old"]);
  });

  it("complete is the truth for everything", () => {
    const server = told(
      { type: "session.upserted", session: session("old", 5) },
      page([session("c", 30)], { complete: true }),
    );
    expect(Object.keys(server.sessions)).toEqual(["c"]);
    expect(server.history).toMatchObject({ complete: true, floor: 0 });
  });

  it("is not taken back by the first page fetched again after the user has paged", () => {
    const first = page([session("c", 30), session("b", 20)], { cursor: "c1" });
    const second = page([session("a", 10)], { first: false, cursor: "c2" });
    expect(told(first, second, first).history).toMatchObject({ floor: 10, cursor: "c2" });
  });
});

describe("a session that is removed", () => {
  it("takes everything of it along", () => {
    const server = told(
      { type: "session.upserted", session: session("a") },
      { type: "session.status", sessionId: "a", status: { type: "busy" } },
      { type: "request.asked", request: request("r", "a") },
      { type: "request.asked", request: request("other", "b") },
      { type: "todos.replaced", sessionId: "a", todos: [] },
      { type: "session.activity", sessionId: "a", activity: { kind: "text", line: "x", at: 1 } },
      { type: "part.delta", sessionId: "a", messageId: "m", partId: "p", delta: "x" },
      { type: "session.removed", sessionId: "a" },
      { type: "session.removed", sessionId: "never" },
    );
    const { sessions, statuses, todos, activities, transcripts, requests } = server;
    expect({ sessions, statuses, todos, activities, transcripts }).toEqual({
      sessions: {},
      statuses: {},
      todos: {},
      activities: {},
      transcripts: {},
    });
    expect(Object.keys(requests)).toEqual(["other"]);
  });
});

describe("what runs and waits in a directory", () => {
  const elsewhere = session("elsewhere", 1, { directory: "/work/harbour" });
  const both: ServerEvent[] = [
    { type: "session.upserted", session: session("here") },
    { type: "session.upserted", session: elsewhere },
    ...["here", "elsewhere"].map(
      (id): ServerEvent => ({ type: "session.status", sessionId: id, status: { type: "busy" } }),
    ),
    ...["here", "elsewhere"].map((id): ServerEvent => ({ type: "request.asked", request: request(`r-${id}`, id) })),
  ];

  it("is replaced by what the server says, there and nowhere else", () => {
    const server = told(
      ...both,
      { type: "statuses.replaced", directory: "/work/tides", statuses: {} },
      { type: "requests.replaced", directory: "/work/tides", requests: [] },
    );
    expect(Object.keys(server.statuses)).toEqual(["elsewhere"]);
    expect(Object.keys(server.requests)).toEqual(["r-elsewhere"]);
  });

  it("settles once, however often it is said", () => {
    const settled: ServerEvent = { type: "request.settled", sessionId: "here", requestId: "r-here" };
    expect(Object.keys(told(...both, settled, settled).requests)).toEqual(["r-elsewhere"]);
  });
});

describe("an error", () => {
  it("becomes the session's line; the user's own stop is none", () => {
    const failed = told({ type: "session.error", sessionId: "a", name: "APIError", message: "Invalid API key" });
    expect(failed.activities.a).toMatchObject({ kind: "error", line: "Invalid API key" });
    const stopped = told({ type: "session.error", sessionId: "a", name: "MessageAbortedError", message: "Aborted" });
    expect(stopped.activities.a?.kind).not.toBe("error");
  });
});
