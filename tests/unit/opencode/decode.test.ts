import { beforeAll, describe, expect, it } from "vitest";
import { emptyServer, heldIn, heldUrl, reduce } from "../../../lib/model";
import {
  decodeMessage,
  decodePermission,
  decodeProject,
  decodeQuestion,
  decodeSession,
  decodeTodo,
  orderAsListed,
} from "../../../lib/opencode/v1/decode";
import { decodeEvent } from "../../../lib/opencode/v1/decode-event";
import { decodePart } from "../../../lib/opencode/v1/decode-part";
import { loadRecording } from "../../support/recording/recording";
import { newServer } from "../../support/replay";
import { mutations, WRONG } from "../../support/wrong-types";

const RECORDINGS = [
  "first-turn",
  "permission-once",
  "question-answered",
  "subagent",
  "compaction",
  "error-retried",
  "attachments",
  "error-model",
];

/** One payload of each shape that was recorded: event type, and the kind of part or message in it. */
const samples = new Map<string, unknown>();
beforeAll(async () => {
  for (const name of RECORDINGS) {
    const { events } = await loadRecording(name);
    for (const event of events) samples.set(shapeOf(event), event);
  }
  expect(samples.size).toBeGreaterThan(25);
});

interface Payload {
  payload: {
    type: string;
    properties?: {
      part?: { type: string; state?: { status: string } };
      info?: { role?: string };
      status?: { type: string };
    };
  };
}

function shapeOf(event: unknown): string {
  const { type, properties } = (event as Payload).payload;
  const part = properties?.part;
  return [type, part?.type, part?.state?.status, properties?.info?.role, properties?.status?.type]
    .filter(Boolean)
    .join(" ");
}

describe("a wrong type in any field of any recorded event", () => {
  it("never throws, neither when it is decoded nor when it becomes state", () => {
    let tried = 0;
    for (const [shape, sample] of samples) {
      for (const { path, data } of mutations(sample)) {
        tried++;
        try {
          const event = decodeEvent(data);
          if (!("skipped" in event) && !("noise" in event)) reduce(newServer(), event);
        } catch (error) {
          throw new Error(`${shape}: ${path}: ${error}`, { cause: error });
        }
      }
    }
    expect(tried).toBeGreaterThan(4_000);
  });

  it("costs that field: a part stays a part of its message, an event that cannot be used is counted", () => {
    for (const [shape, sample] of samples) {
      if (!shape.startsWith("message.part.updated")) continue;
      const { payload } = structuredClone(sample) as { payload: { properties: { part: Record<string, unknown> } } };
      const heads = ["id", "sessionID", "messageID", "type"];
      for (const name of Object.keys(payload.properties.part).filter((field) => !heads.includes(field))) {
        const part = decodePart({ ...payload.properties.part, [name]: 7 });
        expect(part, `${shape} ${name}`).toMatchObject({ id: payload.properties.part.id });
      }
      for (const name of heads.slice(0, 3))
        expect(decodePart({ ...payload.properties.part, [name]: 7 })).toBeUndefined();
    }
  });

  it("never throws in what is fetched either", async () => {
    const { sessions } = await loadRecording("subagent");
    const [first] = sessions;
    if (!first) throw new Error("the recording has no session");
    for (const { data } of mutations(first.session)) decodeSession(data);
    for (const { info, parts } of first.messages.slice(0, 2)) {
      for (const { data } of mutations(info)) decodeMessage(data);
      for (const part of parts) for (const { data } of mutations(part)) decodePart(data);
    }
    for (const decode of [decodePermission, decodeQuestion, decodeProject, decodeTodo]) {
      for (const wrong of WRONG) expect(decode(wrong)).toBeUndefined();
    }
  });
});

describe("an event that tells an agent's tasks", () => {
  const told = (todos: unknown) => ({ payload: { type: "todo.updated", properties: { sessionID: "ses_1", todos } } });
  const sail = { content: "Sail", status: "pending", priority: "high" };

  it("leaves out what is none, and counts it", () => {
    const skipped: string[] = [];
    const event = decodeEvent(told([sail, 7]), (kind) => skipped.push(kind));
    expect(event).toEqual({ type: "todos.replaced", sessionId: "ses_1", todos: [sail] });
    expect(skipped).toEqual(["todo"]);
  });

  it.each([[7], [undefined], [{}]])("is none when they are %j: that is not the same as nothing left to do", (todos) => {
    expect(decodeEvent(told(todos))).toEqual({ skipped: "todo.updated" });
  });
});

describe("an error that the server did not foresee", () => {
  it("is told without the name of its class and its stack trace, as often as it is sent", async () => {
    const { events } = await loadRecording("error-model");
    const told = events
      .map((event) => decodeEvent(event))
      .flatMap((event) => ("type" in event && event.type === "session.error" ? [event.message] : []));
    expect(told.length).toBeGreaterThan(1);
    for (const message of told) expect(message).toMatch(/^Model not found: .*\.$/);
  });
});

describe("what is not known", () => {
  it("an event of an unknown kind is counted by it", () => {
    expect(decodeEvent({ payload: { type: "hologram.moved", properties: {} } })).toEqual({ skipped: "hologram.moved" });
  });

  it.each(WRONG.map((wrong) => [wrong]))("%j is no event", (wrong) => {
    expect(decodeEvent(wrong)).toEqual({ skipped: "malformed" });
  });

  it("a part of an unknown kind survives with all that it has", () => {
    const raw = { id: "prt_1", sessionID: "s", messageID: "m", type: "hologram", depth: 3 };
    expect(decodePart(raw)).toEqual({
      id: "prt_1",
      sessionId: "s",
      messageId: "m",
      order: "prt_1",
      type: "unknown",
      kind: "hologram",
      raw,
    });
  });

  it("a part of a known kind that is not as expected survives too", () => {
    const raw = {
      id: "prt_1",
      sessionID: "s",
      messageID: "m",
      type: "tool",
      tool: "bash",
      callID: "c",
      state: { status: "paused" },
    };
    expect(decodePart(raw)).toMatchObject({ type: "unknown", kind: "tool", raw });
  });

  it.each(["toString", "constructor", "__proto__", "hasOwnProperty"])("a part called %s is just unknown", (type) => {
    expect(decodePart({ id: "p", sessionID: "s", messageID: "m", type })).toMatchObject({
      type: "unknown",
      kind: type,
    });
  });

  it("a message of an unknown role keeps its place", () => {
    const raw = { id: "m", sessionID: "s", role: "narrator", time: { created: 5 } };
    expect(decodeMessage(raw)).toMatchObject({ role: "other", kind: "narrator", createdAt: 5 });
  });

  it("an id that every object has as a name is none: it would reach into the state's own works", () => {
    const server = emptyServer({
      id: "s",
      name: "S",
      url: "http://x",
      hasPassword: false,
      headerNames: [],
      enabled: true,
    });
    for (const id of ["__proto__", "constructor", "toString"]) {
      const info = { id, sessionID: id, role: "user", time: { created: 1 } };
      const part = { id, sessionID: id, messageID: id, type: "text", text: "x" };
      for (const payload of [
        { type: "session.updated", properties: { info: { id, directory: "/", time: { created: 1, updated: 1 } } } },
        { type: "session.status", properties: { sessionID: id, status: { type: "busy" } } },
        {
          type: "message.part.delta",
          properties: { sessionID: id, messageID: id, partID: id, field: "text", delta: "x" },
        },
        { type: "message.updated", properties: { info } },
        { type: "message.part.updated", properties: { part } },
      ]) {
        const event = decodeEvent({ payload });
        expect(event).toEqual({ skipped: payload.type });
        if (!("skipped" in event) && !("noise" in event)) reduce(server, event);
      }
    }
    expect(Object.hasOwn(Object.prototype, "text")).toBe(false);
    expect(({} as Record<string, unknown>).messageIds).toBeUndefined();
  });
});

describe("a file", () => {
  const url = `data:application/pdf;base64,${"A".repeat(30_000)}`;
  const place = { id: "prt_1", sessionID: "ses_1", messageID: "msg_1" };

  it("of many bytes is named by where they are, also among what a tool has handed over", () => {
    const sent = decodePart({ ...place, type: "file", mime: "application/pdf", filename: "a.pdf", url });
    expect(sent).toMatchObject({ filename: "a.pdf", url: heldUrl({ messageId: "msg_1", partId: "prt_1" }) });
    const attachments = [
      { mime: "image/png", url: "data:image/png;base64,AQID" },
      { mime: "application/pdf", url },
    ];
    const state = {
      status: "completed",
      input: {},
      metadata: {},
      output: "",
      title: "",
      attachments,
      time: { start: 1, end: 2 },
    };
    const part = decodePart({ ...place, type: "tool", callID: "c", tool: "read", state });
    const held = part?.type === "tool" && part.state.status === "completed" ? part.state.attachments : [];
    expect(held.map((file) => heldIn(file.url))).toEqual([
      undefined,
      { messageId: "msg_1", partId: "prt_1", index: 1 },
    ]);
    expect(held[0]?.url).toBe(attachments[0]?.url);
  });
});

describe("messages", () => {
  it("stay where the server lists them, also one whose time is that of its second arrival", () => {
    const list = [
      { id: "msg_3", created: 10 },
      { id: "msg_2", created: 90 },
      { id: "msg_1", created: 30 },
    ].flatMap(({ id, created }) => decodeMessage({ id, sessionID: "ses_1", role: "user", time: { created } }) ?? []);
    orderAsListed(list);
    const sorted = [...list].sort((a, b) => (a.order < b.order ? -1 : 1));
    expect(sorted.map(({ id }) => id)).toEqual(["msg_3", "msg_2", "msg_1"]);
  });
});

describe("sessions", () => {
  it("with a 0 for the time of archiving were taken out of the archive", () => {
    const wire = {
      id: "ses_1",
      directory: "/",
      projectID: "p",
      title: "",
      time: { created: 1, updated: 1, archived: 0 },
    };
    expect(decodeSession(wire)).not.toHaveProperty("archivedAt");
    expect(decodeSession({ ...wire, time: { ...wire.time, archived: 9 } })?.archivedAt).toBe(9);
  });
});
