import { describe, expect, it } from "vitest";
import {
  type Message,
  type MessageWithParts,
  type Part,
  reduce,
  type ServerEvent,
  type TextPart,
} from "../../../lib/model";
import { newServer } from "../../support/replay";

const message = (n: number, fields: Partial<Message> = {}): Message => ({
  id: `m${n}`,
  sessionId: "1",
  role: "assistant",
  order: String(n).padStart(4, "0"),
  createdAt: n,
  ...fields,
});
const text = (id: string, fields: Partial<TextPart> = {}): TextPart => ({
  id,
  sessionId: "1",
  messageId: "m1",
  order: id,
  type: "text",
  text: "",
  ...fields,
});
const upsert = (part: Part): ServerEvent => ({ type: "part.upserted", part });
const delta = (words: string, partId = "p1"): ServerEvent => ({
  type: "part.delta",
  sessionId: "1",
  messageId: "m1",
  partId,
  delta: words,
});
const header = (n: number): ServerEvent => ({ type: "message.upserted", message: message(n) });
const busy: ServerEvent = { type: "session.status", sessionId: "1", status: { type: "busy" } };
const idle: ServerEvent = { type: "session.status", sessionId: "1", status: { type: "idle" } };
const gap: ServerEvent = { type: "stream.gap" };

function transcriptAfter(...events: ServerEvent[]) {
  const server = newServer();
  for (const event of structuredClone(events)) reduce(server, event);
  const transcript = server.transcripts["1"];
  if (!transcript) throw new Error("there is no transcript");
  return transcript;
}

const textAfter = (...events: ServerEvent[]) => (transcriptAfter(...events).parts.p1 as TextPart | undefined)?.text;

describe("a text that grows", () => {
  it("is what its deltas say, whatever came first: delta, part or message", () => {
    const whole = [header(1), upsert(text("p1")), delta("The "), delta("tide")];
    for (const order of [
      [0, 1, 2, 3],
      [1, 0, 2, 3],
      [2, 1, 0, 3],
      [2, 3, 1, 0],
      [2, 1, 3, 0],
    ]) {
      const events = order.flatMap((at) => whole[at] ?? []);
      const transcript = transcriptAfter(...events);
      expect((transcript.parts.p1 as TextPart).text, order.join()).toBe("The tide");
      expect(transcript.messageIds).toEqual(["m1"]);
      expect(transcript.partIds.m1).toEqual(["p1"]);
      expect(transcript.early).toEqual({});
    }
  });

  it("is not set back by the same open part coming again", () => {
    expect(textAfter(upsert(text("p1")), delta("The "), upsert(text("p1")), delta("tide"))).toBe("The tide");
  });

  it("is final when it has ended: late deltas and open versions change nothing", () => {
    const ended = upsert(text("p1", { text: "The tide.", endedAt: 5 }));
    expect(textAfter(upsert(text("p1")), delta("The"), ended, delta(" tide."), upsert(text("p1")))).toBe("The tide.");
  });

  it("takes what the server says when that does not continue it", () => {
    expect(textAfter(upsert(text("p1")), delta("Ebb"), upsert(text("p1", { text: "Flow" })), delta(" on"))).toBe(
      "Flow on",
    );
  });

  it("drops early words when the part comes whole", () => {
    expect(textAfter(delta("The"), upsert(text("p1", { text: "The tide.", endedAt: 5 })))).toBe("The tide.");
  });

  it("has a mark where a gap was, at the first one, until it comes whole", () => {
    const open = [upsert(text("p1")), delta("The "), gap, delta("turns"), gap, delta(" twice")];
    const held = transcriptAfter(...open).parts.p1 as TextPart;
    expect(held).toMatchObject({ text: "The turns twice", gapAt: 4 });
    const whole = transcriptAfter(...open, upsert(text("p1", { text: "The tide turns twice", endedAt: 5 }))).parts.p1;
    expect(whole).not.toHaveProperty("gapAt");
  });

  it("keeps its mark when an empty version is fetched after the gap", () => {
    const page = newest([{ message: message(1), parts: [text("p1", { startedAt: 1 })] }]);
    const part = transcriptAfter(busy, header(1), upsert(text("p1")), delta("The "), gap, page, delta("turns")).parts
      .p1;
    expect(part).toMatchObject({ text: "The turns", gapAt: 4 });
  });

  it("that is first heard of by a fetch while it runs has an unknown beginning", () => {
    const page = newest([{ message: message(1), parts: [text("p1", { startedAt: 1 })] }]);
    expect(transcriptAfter(busy, page, delta("turns")).parts.p1).toMatchObject({ text: "turns", gapAt: 0 });
  });

  it("has a mark where its saved copy ends, because nobody listened since", () => {
    const saved = cached([{ message: message(1), parts: [text("p1", { startedAt: 1, text: "The " })] }]);
    const page = newest([{ message: message(1), parts: [text("p1", { startedAt: 1 })] }]);
    const part = transcriptAfter(saved, busy, page, delta("turns")).parts.p1;
    expect(part).toMatchObject({ text: "The turns", gapAt: 4 });
  });

  it("does not mix words from before a gap into a part that comes after it", () => {
    expect(textAfter(delta("lost"), gap, upsert(text("p1")), delta("new"))).toBe("new");
  });

  it("of reasoning grows alike, of a tool does not", () => {
    const reasoning: Part = { ...text("p1"), type: "reasoning" };
    expect(textAfter(upsert(reasoning), delta("Hm"))).toBe("Hm");
    const tool: Part = {
      id: "p1",
      sessionId: "1",
      messageId: "m1",
      order: "p1",
      type: "tool",
      callId: "c",
      tool: "bash",
      state: { status: "pending", input: {}, raw: "" },
    };
    expect(transcriptAfter(upsert(tool), delta("x")).parts.p1).toEqual(tool);
  });
});

describe("order", () => {
  it("of messages is the server's, however they arrive, and the same twice changes nothing", () => {
    const transcript = transcriptAfter(header(3), header(1), header(2), header(3), header(1));
    expect(transcript.messageIds).toEqual(["m1", "m2", "m3"]);
  });

  it("of parts is by their own order, not by arrival", () => {
    const transcript = transcriptAfter(upsert(text("p3")), upsert(text("p1")), upsert(text("p2")), upsert(text("p1")));
    expect(transcript.partIds.m1).toEqual(["p1", "p2", "p3"]);
  });

  it("stays when a message comes again with another time", () => {
    const again: ServerEvent = { type: "message.upserted", message: message(1, { order: "9999", completedAt: 9 }) };
    const transcript = transcriptAfter(header(1), header(2), again);
    expect(transcript.messageIds).toEqual(["m1", "m2"]);
    expect(transcript.messages.m1?.completedAt).toBe(9);
  });

  it("of a message that reached the server twice is the first one's, whichever was heard of first", () => {
    const again: ServerEvent = { type: "message.upserted", message: { ...message(1), order: "0003", createdAt: 3 } };
    expect(transcriptAfter(header(1), header(2), again).messageIds).toEqual(ids(1, 2));
    const heardLate = transcriptAfter(header(2), again, header(1));
    expect(heardLate.messageIds).toEqual(ids(1, 2));
    expect(heardLate.messages.m1?.createdAt).toBe(1);
  });
});

describe("what is removed", () => {
  it("is gone with all that belongs to it; what never was does no harm", () => {
    const transcript = transcriptAfter(
      header(1),
      upsert(text("p1")),
      upsert(text("p2")),
      { type: "part.removed", sessionId: "1", messageId: "m1", partId: "p1" },
      { type: "part.removed", sessionId: "1", messageId: "m9", partId: "p9" },
      { type: "message.removed", sessionId: "1", messageId: "m9" },
    );
    expect(transcript.partIds.m1).toEqual(["p2"]);
    const after = transcriptAfter(header(1), upsert(text("p1")), {
      type: "message.removed",
      sessionId: "1",
      messageId: "m1",
    });
    expect(after).toMatchObject({ messageIds: [], messages: {}, partIds: {}, parts: {} });
  });
});

type Page = Extract<ServerEvent, { type: "transcript.page" }>;
function newest(messages: MessageWithParts[], olderCursor?: string): Page {
  return { type: "transcript.page", sessionId: "1", page: "newest", messages, ...(olderCursor ? { olderCursor } : {}) };
}
const older = (messages: MessageWithParts[], olderCursor?: string): Page => ({
  ...newest(messages, olderCursor),
  page: "older",
});
const cached = (messages: MessageWithParts[]): Page => ({ ...newest(messages), page: "cached" });
const entries = (...ns: number[]): MessageWithParts[] =>
  ns.map((n) => ({ message: message(n), parts: [text(`p${n}`, { messageId: `m${n}`, text: `t${n}`, endedAt: 1 })] }));
const ids = (...ns: number[]) => ns.map((n) => `m${n}`);

describe("a fetched page", () => {
  it("older goes before what is held, and says where the next begins", () => {
    const transcript = transcriptAfter(newest(entries(5, 6), "c1"), older(entries(3, 4), "c2"));
    expect(transcript.messageIds).toEqual(ids(3, 4, 5, 6));
    expect(transcript.olderCursor).toBe("c2");
    expect(transcriptAfter(newest(entries(5), "c1"), older(entries(4))).olderCursor).toBeUndefined();
  });

  it("newest that touches what is held keeps the older messages and their cursor", () => {
    const transcript = transcriptAfter(
      newest(entries(5, 6), "c1"),
      older(entries(3, 4), "c2"),
      newest(entries(6, 7), "c3"),
    );
    expect(transcript.messageIds).toEqual(ids(3, 4, 5, 6, 7));
    expect(transcript.olderCursor).toBe("c2");
  });

  it("newest that does not touch it replaces it: a conversation has no hole", () => {
    const transcript = transcriptAfter(newest(entries(1, 2), "c1"), newest(entries(8, 9), "c2"));
    expect(transcript.messageIds).toEqual(ids(8, 9));
    expect(Object.keys(transcript.parts).sort()).toEqual(["p8", "p9"]);
    expect(transcript.olderCursor).toBe("c2");
  });

  it("newest is the truth for its range: what it does not have was removed", () => {
    expect(transcriptAfter(newest(entries(5, 6, 7), "c1"), newest(entries(5, 7), "c1")).messageIds).toEqual(ids(5, 7));
    expect(transcriptAfter(newest(entries(1, 2)), newest([])).messageIds).toEqual([]);
  });

  it("whole (without a cursor) is the truth for everything", () => {
    expect(transcriptAfter(newest(entries(4, 5), "c1"), older(entries(3)), newest(entries(4, 5))).messageIds).toEqual(
      ids(4, 5),
    );
  });

  it("newest replaces a copy from storage", () => {
    const transcript = transcriptAfter(cached(entries(1, 2, 3)), newest(entries(3, 4), "c1"));
    expect(transcript.messageIds).toEqual(ids(3, 4));
    expect(transcript.loaded).toBe("fresh");
  });

  it("has the parts the server has, and no others", () => {
    const [entry] = entries(1);
    const transcript = transcriptAfter(
      newest(entries(1)),
      upsert(text("p0", { text: "gone", endedAt: 1 })),
      newest(entry ? [entry] : []),
    );
    expect(transcript.partIds.m1).toEqual(["p1"]);
    expect(Object.keys(transcript.parts)).toEqual(["p1"]);
  });

  it("of a session where nothing runs overwrites an open text: nobody will finish it", () => {
    const page = newest([{ message: message(1), parts: [text("p1", { startedAt: 1 })] }]);
    expect(textAfter(header(1), upsert(text("p1")), delta("Half a"), page)).toBe("");
    expect(textAfter(busy, header(1), upsert(text("p1")), delta("Half a"), page)).toBe("Half a");
  });

  it("of a session where nothing runs does not take up words of a text that nobody finished", () => {
    const page = newest([{ message: message(1), parts: [text("p1", { startedAt: 1 })] }]);
    const transcript = transcriptAfter(busy, delta("Given up"), idle, page);
    expect(transcript.parts.p1).toMatchObject({ text: "" });
    expect(transcript.early).toEqual({});
  });

  it("comes to the same when it is fetched twice", () => {
    const once = transcriptAfter(newest(entries(5, 6), "c1"));
    expect(transcriptAfter(newest(entries(5, 6), "c1"), newest(entries(5, 6), "c1"))).toEqual(once);
  });
});

describe("events after idle", () => {
  it("still count: the end of an aborted answer comes then", () => {
    const aborted = message(1, { error: { name: "MessageAbortedError", message: "Aborted" }, completedAt: 3 });
    const transcript = transcriptAfter(
      busy,
      header(1),
      upsert(text("p1")),
      delta("Half"),
      idle,
      delta(" a"),
      upsert(text("p1", { text: "Half a", endedAt: 2 })),
      { type: "message.upserted", message: aborted },
      idle,
    );
    expect(transcript.parts.p1).toMatchObject({ text: "Half a", endedAt: 2 });
    expect(transcript.messages.m1?.error?.name).toBe("MessageAbortedError");
  });
});
