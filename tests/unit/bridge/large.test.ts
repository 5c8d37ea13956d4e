import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SLICE_SIZE, sliceTranscript } from "../../../lib/bridge/slices";
import { smaller } from "../../../lib/bridge/smaller";
import {
  emptyTranscript,
  type SessionKey,
  type StateEvent,
  sizeOfTranscript,
  type Transcript,
} from "../../../lib/model";
import { putSliceBefore } from "../../../lib/model/transcript-reducer";
import { resetBrowser } from "../../support/fake-browser";
import { setUpPanel } from "../../support/panel-and-hub";
import { replay } from "../../support/replay";
import { json, wireSession } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const LIMIT = 6_000_000;

const message = (n: number, size: number) => {
  const [id, sessionID] = [`msg_${String(n).padStart(3, "0")}`, "ses_1"];
  return {
    info: { id, sessionID, role: "assistant", time: { created: n + 1, completed: n + 1 } },
    parts: [
      { id: `prt_${n}`, sessionID, messageID: id, type: "text", text: "x".repeat(size), time: { start: 1, end: 2 } },
    ],
  };
};

/** A panel whose port takes little, beside a session of so many messages of this size. */
async function setUp(count: number, size: number) {
  const set = setUpPanel({ limit: LIMIT });
  set.wire.messages.set(
    "ses_1",
    Array.from({ length: count }, (_, n) => message(n, size)),
  );
  const { server, key } = await set.connected();
  const shown = () => set.state().servers[server]?.transcripts.ses_1;
  const held = () => set.hub().state.servers[server]?.transcripts.ses_1;
  async function open(which: SessionKey = key): Promise<void> {
    set.watch(which);
    await set.background.openSession(which).catch(() => undefined);
    await pass(100);
  }
  return { ...set, server, key, shown, held, open };
}

describe("a conversation that is too large for one message", () => {
  it("comes whole to a panel that turns to it, and is taken in one go", async () => {
    const set = await setUp(60, 200_000);
    // Held, but not on show: the page as it was fetched would be too large for the port as well.
    const leave = set.hub().addPanel({ watching: set.key });
    await set.hub().calls.openSession(set.key);
    await pass(100);
    set.log.length = 0;
    set.watch(set.key);
    await pass(100);
    expect(set.shown()?.messageIds).toHaveLength(60);
    expect(set.shown()).toEqual(set.held());
    expect(set.log).toEqual(["events"]);
    leave();
  });

  it("comes whole with the snapshot of a panel that shows it when it connects", async () => {
    const set = await setUp(60, 200_000);
    const leave = set.hub().addPanel({ watching: set.key });
    await set.hub().calls.openSession(set.key);
    set.watch(set.key);
    await pass(100);
    set.log.length = 0;
    set.reconnect();
    await pass(500);
    expect(set.log[0]).toBe("snapshot");
    expect(set.log.filter((entry) => entry === "snapshot")).toHaveLength(1);
    expect(set.shown()?.messageIds).toHaveLength(60);
    expect(set.shown()).toEqual(set.held());
    leave();
  });
});

describe("what a port does not take", () => {
  it("costs the panel neither its snapshot nor what comes after it", async () => {
    const set = await setUp(1, 2 * LIMIT);
    await set.open();
    expect(set.held()?.messageIds).toHaveLength(1);
    set.reconnect();
    await pass(500);
    expect(set.statuses).toEqual(["connected", "reconnecting", "connected"]);
    set.wire.emit("session.updated", { info: wireSession("ses_1", { title: "New title" }) });
    await pass(100);
    expect(set.state().servers[set.server]?.sessions.ses_1?.title).toBe("New title");
  });

  it("takes none of the events beside it along", async () => {
    const set = await setUp(1, 10);
    await set.open();
    const { info, parts } = message(1, 2 * LIMIT);
    set.wire.emit("message.updated", { info });
    set.wire.emit("message.part.updated", { part: parts[0] });
    set.wire.emit("session.updated", { info: wireSession("ses_1", { title: "New title" }) });
    await pass(100);
    expect(set.shown()?.messageIds).toEqual(["msg_000", "msg_001"]);
    expect(set.state().servers[set.server]?.sessions.ses_1?.title).toBe("New title");
  });

  it("is a failure to a call whose result it is", async () => {
    const set = await setUp(1, 10);
    set.wire.intercept((_, path) =>
      path === "/find/file" ? json(Array.from({ length: 10 }, (_, n) => `${n}${"x".repeat(LIMIT)}`)) : undefined,
    );
    await expect(set.background.findFiles(set.server, "/work/tides", "x")).rejects.toMatchObject({
      fault: { kind: "internal", detail: expect.stringContaining("64MiB") },
    });
  });

  it("goes as two when it is a page of older messages, and means the same", () => {
    const older = (...ids: string[]): StateEvent => {
      const messages = ids.map((id) => {
        return { message: { id, sessionId: "1", role: "user" as const, order: id, createdAt: 1 }, parts: [] };
      });
      const event = { type: "transcript.page" as const, sessionId: "1", page: "older" as const, messages };
      return { type: "server", server: "s", event: { ...event, olderCursor: "c" } };
    };
    const whole = older("m1", "m2", "m3");
    const pieces = smaller({ type: "events", events: [whole] }, new Error());
    expect(pieces).toEqual([
      { type: "events", events: [older("m2", "m3")] },
      { type: "events", events: [older("m1")] },
    ]);
    const transcriptOf = (events: StateEvent[]) =>
      replay(events.flatMap((event) => (event.type === "server" ? [event.event] : []))).transcripts["1"];
    expect(transcriptOf(pieces.flatMap((piece) => (piece.type === "events" ? piece.events : [])))).toEqual(
      transcriptOf([whole]),
    );
  });
});

describe("a transcript in slices", () => {
  const part = (id: string, messageId: string, size: number) => ({
    id,
    sessionId: "s",
    messageId,
    order: id,
    type: "text" as const,
    text: "x".repeat(size),
  });

  function transcriptOf(sizes: number[]): Transcript {
    const transcript = { ...emptyTranscript(), loaded: "fresh" as const, olderCursor: "c", early: { e: "early" } };
    for (const [n, size] of sizes.entries()) {
      const id = `m${n}`;
      transcript.messageIds.push(id);
      transcript.messages[id] = { id, sessionId: "s", role: "user", order: id, createdAt: n };
      transcript.partIds[id] = [`p${n}`];
      transcript.parts[`p${n}`] = part(`p${n}`, id, size);
    }
    // What has come before its message.
    transcript.partIds.later = ["pl"];
    transcript.parts.pl = part("pl", "later", 5);
    return transcript;
  }

  it.each([
    ["small", [1, 2, 3], 0],
    ["large", [1, 3_000_000, 3_000_000, 500, 3_000_000], 2],
    ["of one huge message among others", [10, 20_000_000, 10], 2],
    ["empty", [], 0],
  ])("that is %s is the same when they are put together", (_, sizes, slices) => {
    const transcript = transcriptOf(sizes);
    const before = structuredClone(transcript);
    const sliced = sliceTranscript(transcript);
    expect(sliced.before).toHaveLength(slices);
    const whole = structuredClone(sliced.end);
    for (const slice of sliced.before) putSliceBefore(whole, slice);
    expect(whole).toEqual(before);
    expect(transcript).toEqual(before);
    const huge = Math.max(SLICE_SIZE, ...sizes);
    expect(sizeOfTranscript(sliced.end)).toBeLessThanOrEqual(huge + 100);
  });
});
