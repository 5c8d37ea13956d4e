import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { reduce } from "../../../lib/model";
import { setUpEngine } from "../../support/engine";
import { type Answer, json, wireSession } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

const [BROKEN, WHOLE] = ["/work/broken", "/work/tides"];
const answerOf = (text: string) => [
  {
    info: { id: "msg_1", sessionID: "ses_broken", role: "assistant", time: { created: 1, completed: 2 } },
    parts: [
      { id: "prt_1", sessionID: "ses_broken", messageID: "msg_1", type: "text", text, time: { start: 1, end: 2 } },
    ],
  },
];

/** A session in each of two folders, both cards. `fail` decides about requests of the one folder and of none. */
function setUp() {
  const set = setUpEngine();
  const { wire } = set;
  wire.sessions.set("ses_broken", wireSession("ses_broken", { directory: BROKEN }));
  wire.sessions.set("ses_whole", wireSession("ses_whole", { directory: WHOLE }));
  for (const id of wire.sessions.keys()) set.addCard(id);
  let answer: ((path: string) => Answer | undefined) | undefined;
  wire.intercept((_, path) => {
    const directory = wire.requests.at(-1)?.query.get("directory");
    return directory === BROKEN || path === "/project" ? answer?.(path) : undefined;
  });
  return {
    ...set,
    /** Lets minutes pass in which the stream stands. */
    async stay(minutes: number): Promise<void> {
      for (let left = minutes * 6; left > 0; left--) {
        await pass(10_000);
        wire.heartbeat();
      }
      await pass();
    },
    fail(with_: typeof answer): void {
      answer = with_;
    },
    /** How often something of a kind could not be had. */
    skipped: (kind: string) => set.journal.record.skipped[kind] ?? 0,
  };
}
const refusal = () => json({ name: "ConfigJsonError", data: { message: "InvalidSymbol" } }, 400);
const fault = () => json({ data: { message: "boom" } }, 500);

describe("what one folder or session does not tell", () => {
  it.each<[string, RegExp, () => Answer, string]>([
    ["what runs there, which it refuses", /^\/session\/status$/, refusal, "folder"],
    ["permissions, where it has a fault of its own", /^\/permission$/, fault, "folder"],
    ["questions, which it never tells", /^\/question$/, () => "hang", "folder"],
    ["the last words of a card", /^\/session\/ses_broken\/message$/, fault, "line"],
    ["projects", /^\/project$/, fault, "projects"],
    ["all of it", /^/, refusal, "folder"],
  ])("leaves the rest as it is, and is asked for again: %s", async (_, route, answer, kind) => {
    const { wire, server, connect, engine, fresh, fail, skipped, timers, stay } = setUp();
    wire.open.permissions.push({ id: "per_1", sessionID: "ses_whole", permission: "bash", patterns: [], always: [] });
    fail((path) => (route.test(path) ? answer() : undefined));
    await connect();
    await stay(1);
    expect(server.connection.status).toBe("connected");
    expect([server.fresh, fresh.mock.calls.length]).toEqual([true, 1]);
    expect(Object.keys(server.requests)).toEqual(["per_1"]);
    expect(Object.keys(server.sessions).sort()).toEqual(["ses_broken", "ses_whole"]);
    expect(skipped(kind)).toBeGreaterThan(1);

    fail(undefined);
    await stay(1);
    const before = [skipped(kind), wire.requests.length];
    await stay(5);
    expect([skipped(kind), wire.requests.length]).toEqual(before);
    engine.connection.stop("asleep");
    await pass();
    expect(timers()).toBe(0);
  });

  it("is held as it was, and what has ended meanwhile is told once it can be had", async () => {
    const { wire, server, connect, engine, fail, stay } = setUp();
    wire.statuses.set("ses_broken", { type: "busy" });
    await connect();
    fail(refusal);
    wire.statuses.clear();
    wire.messages.set("ses_broken", answerOf("High water at noon."));
    wire.cut();
    await pass(5_000);
    expect(server.statuses.ses_broken).toEqual({ type: "busy" });
    expect(server.projects).toHaveLength(1);
    fail(undefined);
    await stay(1);
    expect(server.statuses.ses_broken).toBeUndefined();
    expect(server.activities.ses_broken?.line).toBe("High water at noon.");
    engine.connection.stop("asleep");
  });

  it("is told as news although the fetch of it failed at first", async () => {
    const { wire, server, connect, engine, fail, stay } = setUp();
    wire.statuses.set("ses_broken", { type: "busy" });
    await connect();
    // The end of a run does not move the session's time.
    reduce(server, {
      type: "session.activity",
      sessionId: "ses_broken",
      activity: { kind: "text", line: "Before.", at: server.sessions.ses_broken?.updatedAt ?? 0 },
    });
    wire.statuses.clear();
    wire.messages.set("ses_broken", answerOf("After."));
    fail((path) => (path.endsWith("/message") ? fault() : undefined));
    wire.cut();
    await pass(5_000);
    expect(server.activities.ses_broken?.line).toBe("Before.");
    fail(undefined);
    await stay(1);
    expect(server.activities.ses_broken?.line).toBe("After.");
    engine.connection.stop("asleep");
  });

  it("is told of a subagent nobody knew, too: it does not run for ever that has ended unheard", async () => {
    const { wire, server, connect, engine, stay } = setUp();
    await connect();
    wire.intercept((_, path) => (path.startsWith("/session/ses_child") ? refusal() : undefined));
    wire.emit("session.status", { sessionID: "ses_child", status: { type: "busy" } });
    await pass();
    wire.cut();
    await pass(5_000);
    expect(server.statuses.ses_child).toEqual({ type: "busy" });
    wire.sessions.set("ses_child", wireSession("ses_child", { directory: WHOLE, parentID: "ses_whole" }));
    wire.intercept(() => undefined);
    await stay(1);
    expect(server.sessions.ses_child?.parentId).toBe("ses_whole");
    expect(server.statuses.ses_child).toBeUndefined();
    engine.connection.stop("asleep");
  });

  it("keeps nobody waiting whose folder answered a second later", async () => {
    const { server, connect, engine, fresh, fail } = setUp();
    fail(fault);
    await connect();
    expect([server.connection.status, server.fresh]).toEqual(["connected", false]);
    fail(undefined);
    await pass(1_100);
    expect([server.fresh, fresh.mock.calls.length]).toEqual([true, 1]);
    engine.connection.stop("asleep");
  });
});

describe("a page on show that cannot be fetched again", () => {
  it("is a copy that may be out of date, until it can be had", async () => {
    const { wire, server, connect, watched, engine, fail, skipped, stay } = setUp();
    wire.messages.set("ses_broken", answerOf("Low water at six."));
    watched.push("ses_broken");
    await connect();
    expect(server.transcripts.ses_broken?.loaded).toBe("fresh");
    fail(fault);
    wire.cut();
    await pass(5_000);
    expect(server.connection.status).toBe("connected");
    expect(server.transcripts.ses_broken).toMatchObject({ loaded: "stale", messageIds: ["msg_1"] });
    expect(skipped("page")).toBe(2);
    fail(undefined);
    await stay(1);
    expect(server.transcripts.ses_broken?.loaded).toBe("fresh");
    engine.connection.stop("asleep");
  });
});

describe("the history", () => {
  it("is what a connection cannot be without", async () => {
    const { wire, server, connect, engine } = setUp();
    wire.intercept((_, path) => (path === "/experimental/session" ? refusal() : undefined));
    await connect();
    expect(server.connection).toMatchObject({ status: "reconnecting", fault: { kind: "rejected-input" } });
    engine.connection.stop("asleep");
  });
});
