import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { json, wireSession } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

/*
 * What no server should send, from a simulated one, because a real one does not. Whatever comes, the stream stands, what is
 * right before and after it counts, and the details of the connection tell how much was skipped.
 */

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

const IDS = { sessionID: "ses_1", messageID: "msg_1" };
const MESSAGE = { id: "msg_1", sessionID: "ses_1", role: "assistant", time: { created: 1 } };
const open = (text: string, id = "prt_1") => ({ ...IDS, id, type: "text", text, time: { start: 1 } });
const line = (data: unknown) => `data: ${JSON.stringify(data)}\n\n`;
const event = (type: string, properties: unknown) => ({ directory: "/work/tides", payload: { type, properties } });
const nested = (depth: number) => `${'{"a":['.repeat(depth)}${"]}".repeat(depth)}`;

/** A session on show with an answer that has begun. */
async function setUp() {
  const set = setUpHub();
  const { server, key } = await set.openSession();
  set.wire.statuses.set("ses_1", { type: "busy" });
  set.wire.emit("session.status", { sessionID: "ses_1", status: { type: "busy" } });
  set.wire.emit("message.updated", { info: MESSAGE });
  set.wire.emit("message.part.updated", { part: open("") });
  await pass();
  const transcript = () => set.state.servers[server]?.transcripts.ses_1;
  return {
    ...set,
    server,
    key,
    transcript,
    textOf(id = "prt_1"): unknown {
      const part = transcript()?.parts[id];
      return part && "text" in part ? part.text : undefined;
    },
    skipped: async () => ({ ...(await set.hub.calls.connectionDetails(server)).journal.skipped }),
    delta: (words: string, id = "prt_1") =>
      set.wire.emit("message.part.delta", { ...IDS, partID: id, field: "text", delta: words }),
    streams: async () => (await set.hub.calls.connectionDetails(server)).journal.streams,
  };
}

describe("nonsense on the stream", () => {
  it.each<[string, string, Record<string, number>]>([
    ["JSON that was cut off", 'data: {"payload":{"type":"session.upd\n\n', { malformed: 1 }],
    ["no JSON", "data: nonsense\n\ndata: }{\n\n", { malformed: 2 }],
    ["JSON of another shape", `${line(null)}${line([[]])}${line("text")}${line({ payload: 7 })}`, { malformed: 4 }],
    ["an event nobody knows", line(event("never.heard.of", {})), { "never.heard.of": 1 }],
    [
      "a known event with wrong contents",
      line(event("message.updated", { info: { id: 7 } })),
      { "message.updated": 1 },
    ],
    ["a known event without contents", line({ payload: { type: "session.status" } }), { "session.status": 1 }],
    [
      "an id that every object has",
      line(event("session.status", { sessionID: "__proto__", status: { type: "busy" } })),
      { "session.status": 1 },
    ],
    [
      "an id that is no text",
      line(event("session.updated", { info: wireSession("ses_\ud800") })),
      { "session.updated": 1 },
    ],
    [
      "an id that is another address",
      line(event("session.updated", { info: wireSession("..") })),
      { "session.updated": 1 },
    ],
    ["a name that every object has", line(event("constructor", {})), { constructor: 1 }],
    ["half an event of server-sent events", "event\ndata\n: \u0000\nid: \ud800\n\n", { malformed: 1 }],
    ["nesting without an end", `data: ${nested(100_000)}\n\n`, { malformed: 1 }],
  ])("%s is skipped and counted, and the rest goes on", async (_, words, expected) => {
    const { wire, delta, textOf, skipped, streams } = await setUp();
    delta("before");
    wire.say(words);
    delta(" and after");
    await pass();
    expect(textOf()).toBe("before and after");
    expect(await skipped()).toEqual(expected);
    expect(await streams()).toBe(1);
  });

  it("a part of an unknown kind is kept as such", async () => {
    const { wire, transcript, skipped } = await setUp();
    wire.emit("message.part.updated", { part: { ...IDS, id: "prt_2", type: "hologram", depth: 3 } });
    await pass();
    expect(transcript()?.parts.prt_2).toMatchObject({ type: "unknown", kind: "hologram" });
    expect(await skipped()).toEqual({});
  });

  it("what is nested too deep for any port and any storage is cut at its depth", async () => {
    const { wire, transcript } = await setUp();
    const state = `{"status":"running","time":{"start":1},"input":${nested(50_000)},"metadata":${nested(50_000)}}`;
    const head = `"sessionID":"ses_1","messageID":"msg_1"`;
    const parts = [
      `{${head},"id":"prt_2","type":"tool","tool":"bash","callID":"c","state":${state}}`,
      `{${head},"id":"prt_3","type":"hologram","depth":${nested(50_000)}}`,
    ];
    for (const part of parts)
      wire.say(`data: {"payload":{"type":"message.part.updated","properties":{"part":${part}}}}\n\n`);
    await pass();
    expect(Object.keys(transcript()?.parts ?? {})).toEqual(["prt_1", "prt_2", "prt_3"]);
    expect(JSON.stringify(transcript()).length).toBeLessThan(5_000);
  });

  it("NUL and halves of surrogate pairs are text like any other, and a pair may be cut in two by deltas", async () => {
    const { delta, textOf } = await setUp();
    for (const words of ["a\u0000b", "\ud83c", "\udf0a", "\udfff"]) delta(words);
    await pass();
    expect(textOf()).toBe("a\u0000b\ud83c\udf0a\udfff");
  });

  it("ten thousand events at once are all taken, for less than a second of the processor's time", async () => {
    const { wire, delta, textOf } = await setUp();
    const words = Array.from({ length: 10_000 }, (_, number) => `${number} `);
    const all = words.map((word) =>
      line(event("message.part.delta", { ...IDS, partID: "prt_1", field: "text", delta: word })),
    );
    const before = process.cpuUsage();
    wire.say(all.join(""));
    delta("end");
    await pass();
    expect(textOf()).toBe(`${words.join("")}end`);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });

  it("ten thousand events of many kinds are all taken, for less than three seconds of the processor's time", async () => {
    const { wire, delta, textOf, transcript, state, server, skipped } = await setUp();
    const kinds: ((number: number) => [string, unknown])[] = [
      (number) => ["message.part.delta", { ...IDS, partID: "prt_1", field: "text", delta: `${number} ` }],
      (number) => ["message.part.updated", { part: open(`${number}`, `prt_a${number % 50}`) }],
      (number) => ["message.updated", { info: { ...MESSAGE, id: `msg_a${number % 40}`, time: { created: number } } }],
      (number) => ["session.updated", { info: wireSession(`ses_${1 + (number % 60)}`, { title: `Title ${number}` }) }],
      (number) => ["session.status", { sessionID: `ses_${1 + (number % 60)}`, status: { type: "busy" } }],
      (number) => ["todo.updated", { sessionID: "ses_1", todos: [{ content: `${number}` }] }],
      (number) => ["permission.asked", { id: `per_${number % 30}`, sessionID: "ses_1", permission: "bash" }],
      () => ["never.heard.of", {}],
    ];
    const all = Array.from({ length: 10_000 }, (_, number) => {
      const [type, properties] = kinds[number % kinds.length]?.(number) ?? ["", {}];
      return line(event(type, properties));
    });
    const before = process.cpuUsage();
    wire.say(all.join(""));
    delta("end");
    await pass(100);
    const { user, system } = process.cpuUsage(before);
    expect(textOf()).toMatch(/^0 8 16 .* 9992 end$/);
    expect(Object.keys(transcript()?.messages ?? {})).toHaveLength(1 + 5);
    expect(Object.keys(state.servers[server]?.sessions ?? {}).length).toBeGreaterThan(10);
    expect(await skipped()).toMatchObject({ "never.heard.of": 1_250 });
    expect((user + system) / 1_000).toBeLessThan(3_000);
  });

  it("a part of 5 MB grows on, and ends", async () => {
    const { wire, delta, textOf, streams } = await setUp();
    const long = "ebb and flow ".repeat(400_000);
    wire.emit("message.part.updated", { part: open(long) });
    delta("end");
    await pass();
    expect(textOf()).toBe(`${long}end`);
    wire.emit("message.part.updated", { part: { ...open(`${long}end.`), time: { start: 1, end: 2 } } });
    await pass(5_000);
    expect(textOf()).toBe(`${long}end.`);
    expect(await streams()).toBe(1);
  });

  it("a line of 20 MB that nobody understands is skipped like a short one", async () => {
    const { wire, delta, textOf, skipped } = await setUp();
    wire.say(line(event("never.heard.of", { words: "x".repeat(20_000_000) })));
    delta("after");
    await pass();
    expect(textOf()).toBe("after");
    expect(await skipped()).toEqual({ "never.heard.of": 1 });
  });

  it("ids out of order end up in the order of the server's times, and parts in that of their ids", async () => {
    const { wire, transcript } = await setUp();
    for (const number of [5, 3, 9, 2, 4]) {
      const info = { ...MESSAGE, id: `msg_${10 - number}`, time: { created: number } };
      wire.emit("message.updated", { info });
      wire.emit("message.part.updated", { part: open("", `prt_${number}`) });
    }
    await pass();
    expect(transcript()?.messageIds).toEqual(["msg_1", "msg_8", "msg_7", "msg_6", "msg_5"]);
    expect(transcript()?.partIds.msg_1).toEqual(["prt_1", "prt_2", "prt_3", "prt_4", "prt_5", "prt_9"]);
  });
});

describe("nonsense as an answer", () => {
  const ROUTES = [
    "/experimental/session",
    "/session/status",
    "/permission",
    "/question",
    "/project",
    "/session/ses_1/message",
    "/path",
  ];
  const BODIES: [string, () => Response][] = [
    ["null", () => json(null)],
    ["a number", () => json(7)],
    ["a list of anything", () => json([null, 7, "text", [], {}, { id: 7 }, { info: {}, parts: 3 }])],
    ["an object", () => json({ constructor: 1, a: { b: [] } })],
    ["cut off", () => new Response('[{"id":"ses_', { headers: { "content-type": "application/json" } })],
    ["nested", () => new Response(nested(100_000), { headers: { "content-type": "application/json" } })],
  ];

  it.each(ROUTES.flatMap((route) => BODIES.map(([what, body]) => ({ route, what, body }))))(
    "to $route, $what, does not empty the panel, and is healed by a right one",
    async ({ route, body }) => {
      const { wire, server, state, key, hub } = await setUp();
      const message = { ...MESSAGE, time: { created: 1, completed: 2 } };
      wire.messages.set("ses_1", [{ info: message, parts: [{ ...open("Whole."), time: { start: 1, end: 2 } }] }]);
      wire.statuses.clear();
      wire.intercept((_, path) => (path === route ? body() : undefined));
      wire.cut();
      await pass(2_000);
      expect(state.servers[server]?.sessions.ses_1).toBeDefined();
      wire.intercept(() => undefined);
      wire.cut();
      await pass();
      await passUntil(() => state.servers[server]?.connection.status === "connected");
      await hub.calls.openSession(key);
      await pass(2_000);
      expect(state.servers[server]?.transcripts.ses_1?.parts.prt_1).toMatchObject({ text: "Whole." });
      expect(state.servers[server]?.statuses.ses_1?.type ?? "idle").toBe("idle");
    },
  );
});
