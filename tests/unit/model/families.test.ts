import { describe, expect, it } from "vitest";
import {
  acceptsAll,
  callOf,
  isAutoAccepted,
  type Request,
  reduce,
  requestsOf,
  type Server,
  type ServerEvent,
  stateOf,
} from "../../../lib/model";
import { newServer } from "../../support/replay";

const permission = (id: string, sessionId: string, what = "bash"): Request => ({
  type: "permission",
  id,
  sessionId,
  permission: what,
  patterns: [],
  always: [],
  metadata: {},
});
const question = (id: string, sessionId: string): Request => ({ type: "question", id, sessionId, questions: [] });

/** Sessions by id, each with its parent's. */
function family(sessions: Record<string, string | undefined>, ...events: ServerEvent[]): Server {
  const server = newServer();
  for (const [id, parentId] of Object.entries(sessions)) {
    const session = { id, title: id, directory: "/", projectId: "p", createdAt: 1, updatedAt: 1 };
    reduce(server, { type: "session.upserted", session: parentId ? { ...session, parentId } : session });
  }
  for (const event of events) reduce(server, event);
  return server;
}
const asked = (request: Request): ServerEvent => ({ type: "request.asked", request });
const accept = (...sessionIds: string[]): ServerEvent => ({ type: "autoAccept.replaced", sessionIds });

const DEEP = { root: undefined, child: "root", grandchild: "child", "great-grandchild": "grandchild" };

describe("what waits in a session", () => {
  it("is its subagents' as well, three levels down, oldest first whatever it is", () => {
    const server = family(
      DEEP,
      asked(permission("per_3", "root")),
      asked(question("que_2", "great-grandchild")),
      asked(permission("per_1", "grandchild")),
    );
    expect(requestsOf(server, "root").map(({ id }) => id)).toEqual(["per_1", "que_2", "per_3"]);
    expect(requestsOf(server, "great-grandchild").map(({ id }) => id)).toEqual(["que_2"]);
  });
});

describe("a session that is gone", () => {
  it("takes its subagents along, so that none of them waits for the user by itself", () => {
    const server = family(
      { ...DEEP, other: undefined, theirs: "other" },
      asked(permission("per_1", "great-grandchild")),
      { type: "session.removed", sessionId: "root" },
    );
    expect([Object.keys(server.sessions), server.requests]).toEqual([["other", "theirs"], {}]);
  });

  it("and whose subagents are in a circle is gone as well", () => {
    const server = family({ a: "b", b: "a" }, { type: "session.removed", sessionId: "a" });
    expect(server.sessions).toEqual({});
  });
});

describe("where everything is accepted", () => {
  it("no permission waits for the user, however deep, and the session works on", () => {
    const server = family(
      DEEP,
      { type: "session.status", sessionId: "root", status: { type: "busy" } },
      asked(permission("per_1", "great-grandchild")),
      accept("root"),
    );
    expect(requestsOf(server, "root")).toEqual([]);
    expect(stateOf(server, "root")).toBe("working");
    expect(acceptsAll(server, "great-grandchild")).toBe(true);
  });

  it.each([
    ["a question", question("que_1", "child")],
    ["an agent that repeats itself", permission("per_1", "child", "doom_loop")],
  ])("%s waits all the same", (_, request) => {
    const server = family(DEEP, asked(request), accept("root"));
    expect(isAutoAccepted(server, request)).toBe(false);
    expect(requestsOf(server, "root")).toHaveLength(1);
  });

  it("a subagent of another session waits, and one whose sender is not known", () => {
    const server = family({ ...DEEP, other: undefined, foreign: "other", stray: "unknown" }, accept("root", "stray"));
    const ids = ["foreign", "stray", "nobody", "other"];
    expect(ids.filter((id) => isAutoAccepted(server, permission("per_1", id)))).toEqual([]);
  });

  it("what could not be granted waits, until the server says anew that it does", () => {
    const request = permission("per_1", "root");
    const server = family(DEEP, asked(request), accept("root"), {
      type: "request.left",
      requestId: "per_1",
      fault: { kind: "unreachable" },
    });
    expect(requestsOf(server, "root")).toMatchObject([{ left: { kind: "unreachable" } }]);
    expect(request).not.toHaveProperty("left");
    reduce(server, { type: "requests.replaced", directory: "/", requests: [request] });
    expect(requestsOf(server, "root")).toEqual([]);
  });

  it("the choice goes with the session", () => {
    const server = family(DEEP, accept("root", "other"), { type: "session.removed", sessionId: "root" });
    expect(server.autoAccept).toEqual(["other"]);
  });
});

it("the call that waits for a request is found where its messages are held", () => {
  const request = { ...permission("per_1", "root"), tool: { messageId: "msg_1", callId: "call_1" } };
  const server = family(DEEP, asked(request));
  expect(callOf(server, request)).toBeUndefined();
  const part = { id: "prt_1", sessionId: "root", messageId: "msg_1", order: "prt_1" } as const;
  reduce(server, {
    type: "part.upserted",
    part: {
      ...part,
      type: "tool",
      callId: "call_1",
      tool: "bash",
      state: { status: "running", input: { command: "ls" }, metadata: {}, startedAt: 1 },
    },
  });
  expect(callOf(server, request)?.input).toEqual({ command: "ls" });
  expect(callOf(server, { ...request, tool: { messageId: "msg_1", callId: "call_2" } })).toBeUndefined();
});
