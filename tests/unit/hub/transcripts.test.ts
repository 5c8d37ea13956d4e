import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { PanelPresence } from "../../../lib/hub/panels";
import { KEPT_SIZE, KEPT_TRANSCRIPTS, MAX_UNWATCHED_MESSAGES, MAX_UNWATCHED_SIZE } from "../../../lib/hub/transcripts";
import { sizeOfTranscript, type Transcript } from "../../../lib/model";
import { resetBrowser, stored } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { wireSession } from "../../support/simulated-server";
import { pass, settle, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

const MANY = 60;
const NOW = 1_795_000_000_000;

const message = (sessionID: string, id: string, role: string, created: number) => ({
  info: { id, sessionID, role, time: { created, ...(role === "user" ? {} : { completed: created }) } },
  parts: [
    {
      id: `prt_${id}`,
      sessionID,
      messageID: id,
      type: "text",
      text: `Words of ${id.slice(4)}`,
      time: { start: 1, end: 2 },
    },
  ],
});

/** A server with many sessions, of which each has a question and an answer. */
async function setUp() {
  const set = setUpHub();
  for (let n = 0; n < MANY; n++) {
    const id = `ses_${n}`;
    set.wire.sessions.set(id, wireSession(id));
    set.wire.messages.set(id, [
      message(id, `msg_${n}a`, "user", NOW + 2 * n),
      message(id, `msg_${n}b`, "assistant", NOW + 2 * n + 1),
    ]);
  }
  const { server, leave } = await set.connect();
  const held = () => set.state.servers[server]?.transcripts ?? {};
  return {
    ...set,
    leave,
    held,
    key: (n: number) => `${server}/ses_${n}` as const,
    activity: (n: number) => set.state.servers[server]?.activities[`ses_${n}`]?.line,
    /** A panel that shows a session. */
    watch: (n: number) => set.hub.addPanel({ watching: `${server}/ses_${n}` }),
  };
}

it("of many sessions opened one after the other only the last stay in memory; the rest is stored, and told by its card", async () => {
  const set = await setUp();
  const leave = set.watch(0);
  for (let n = 0; n < MANY; n++) await set.hub.calls.openSession(set.key(n));
  await pass(5_000);
  const expected = [
    "ses_0",
    ...Array.from({ length: KEPT_TRANSCRIPTS }, (_, n) => `ses_${MANY - KEPT_TRANSCRIPTS + n}`),
  ];
  expect(Object.keys(set.held()).sort()).toEqual(expected.sort());
  const items = await stored();
  for (let n = 0; n < MANY; n++) {
    expect(set.activity(n)).toBe(`Words of ${n}b`);
    expect(JSON.stringify(items[`transcript:${set.key(n)}`])).toContain(`msg_${n}b`);
  }
  leave();
});

it("what was dropped is fetched again when it is opened", async () => {
  const set = await setUp();
  for (let n = 0; n < MANY; n++) await set.hub.calls.openSession(set.key(n));
  await pass(5_000);
  expect(set.held().ses_3).toBeUndefined();
  set.wire.messages.get("ses_3")?.push(message("ses_3", "msg_3c", "assistant", NOW + 500));
  const leave = set.watch(3);
  await set.hub.calls.openSession(set.key(3));
  await pass(5_000);
  expect(set.held().ses_3).toMatchObject({ loaded: "fresh", messageIds: ["msg_3a", "msg_3b", "msg_3c"] });
  leave();
});

it("events of sessions that nobody looks at do not pile up, and keep the cards' words up to date", async () => {
  const set = await setUp();
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < MANY; n++) {
      const created = Date.now();
      const { info, parts } = message(`ses_${n}`, `msg_${n}r${round}`, "assistant", created);
      set.wire.emit("message.updated", { info });
      set.wire.emit("message.part.updated", { part: parts[0] });
    }
    await pass(3_000);
    expect(Object.keys(set.held()).length).toBe(KEPT_TRANSCRIPTS);
    for (let n = 0; n < MANY; n++) expect(set.activity(n)).toBe(`Words of ${n}r${round}`);
  }
});

it("a late event about an old message does not take a card's words back", async () => {
  const set = await setUp();
  for (let n = 0; n < MANY; n++) await set.hub.calls.openSession(set.key(n));
  await pass(5_000);
  const { info, parts } = message("ses_3", "msg_3a", "user", NOW + 6);
  set.wire.emit("message.updated", { info });
  set.wire.emit("message.part.updated", { part: parts[0] });
  await pass(3_000);
  expect(set.held().ses_3?.messageIds).toEqual(["msg_3a"]);
  expect(set.activity(3)).toBe("Words of 3b");
});

const assistant = (id: string) => ({ id, sessionID: "ses_0", role: "assistant", time: { created: NOW + 1_000 } });
const growing = (id: string) => ({
  id,
  sessionID: "ses_0",
  messageID: "msg_run",
  type: "text",
  text: "",
  time: { start: 1 },
});

it("a text that grows while nobody looks is whole when somebody does", async () => {
  const set = await setUp();
  await set.hub.calls.openSession(set.key(0));
  await pass(5_000);
  set.wire.statuses.set("ses_0", { type: "busy" });
  set.wire.emit("session.status", { sessionID: "ses_0", status: { type: "busy" } });
  for (let n = 1; n < MANY; n++) await set.hub.calls.openSession(set.key(n));
  await pass(5_000);
  set.wire.emit("message.updated", { info: assistant("msg_run") });
  set.wire.emit("message.part.updated", { part: growing("prt_run") });
  const delta = { sessionID: "ses_0", messageID: "msg_run", partID: "prt_run", field: "text" };
  for (const word of ["The ", "tide ", "turns."]) set.wire.emit("message.part.delta", { ...delta, delta: word });
  await pass(5_000);
  // The server stores a growing text only when it ends.
  set.wire.messages.get("ses_0")?.push({ info: assistant("msg_run"), parts: [growing("prt_run")] });
  const leave = set.watch(0);
  await set.hub.calls.openSession(set.key(0));
  expect(set.held().ses_0?.parts.prt_run).toMatchObject({ text: "The tide turns." });
  expect(set.held().ses_0?.parts.prt_run).not.toHaveProperty("gapAt");
  leave();
});

it("a growing text is not taken for a stored copy's lack of it", async () => {
  const set = await setUp();
  await set.hub.calls.openSession(set.key(0));
  for (let n = 1; n < MANY; n++) await set.hub.calls.openSession(set.key(n));
  await pass(5_000);
  expect(set.held().ses_0).toBeUndefined();
  set.wire.emit("session.status", { sessionID: "ses_0", status: { type: "busy" } });
  set.wire.emit("message.updated", { info: assistant("msg_run") });
  set.wire.emit("message.part.updated", { part: growing("prt_run") });
  set.wire.emit("message.part.delta", {
    sessionID: "ses_0",
    messageID: "msg_run",
    partID: "prt_run",
    field: "text",
    delta: "The tide turns.",
  });
  await pass(100);
  await set.hub.showSaved(set.key(0));
  expect(set.held().ses_0?.parts.prt_run).toMatchObject({ text: "The tide turns." });
});

it("a run that nobody looks at does not grow for ever", async () => {
  const set = await setUp();
  set.wire.emit("session.status", { sessionID: "ses_0", status: { type: "busy" } });
  let most = 0;
  for (let n = 0; n < 10 * MAX_UNWATCHED_MESSAGES; n++) {
    const { info, parts } = message("ses_0", `msg_run${String(n).padStart(5, "0")}`, "assistant", NOW + 1_000 + n);
    set.wire.emit("message.updated", { info });
    set.wire.emit("message.part.updated", { part: parts[0] });
    if (n % 20 === 0) await pass(500);
    most = Math.max(most, set.held().ses_0?.messageIds.length ?? 0);
  }
  await pass(3_000);
  expect(most).toBeLessThan(MAX_UNWATCHED_MESSAGES + 100);
  expect(set.activity(0)).toBe(`Words of run${String(10 * MAX_UNWATCHED_MESSAGES - 1).padStart(5, "0")}`);
});

const total = (held: Record<string, Transcript>) =>
  Object.values(held).reduce((sum, transcript) => sum + sizeOfTranscript(transcript), 0);

const call = (sessionID: string, id: string, output: string) => ({
  id,
  sessionID,
  messageID: `msg_${id}`,
  type: "tool",
  callID: id,
  tool: "bash",
  state: { status: "completed", input: {}, output, title: "", metadata: {}, time: { start: 1, end: 2 } },
});

it("large conversations are fewer in memory: what they hold together is bounded, and each is stored", async () => {
  const set = await setUp();
  for (let n = 0; n < MANY; n++) {
    const part = { ...call(`ses_${n}`, `prt_${n}c`, "x".repeat(500_000)), messageID: `msg_${n}b` };
    set.wire.messages.get(`ses_${n}`)?.at(-1)?.parts.push(part);
  }
  let most = 0;
  for (let n = 0; n < MANY; n++) {
    await set.hub.calls.openSession(set.key(n));
    set.wire.heartbeat();
    await pass(1_000);
    most = Math.max(most, total(set.held()));
  }
  // One has just been opened, and what can go is looked for a moment later.
  expect(most).toBeLessThan(KEPT_SIZE + 600_000);
  expect(set.held()[`ses_${MANY - 1}`]).toBeDefined();
  const items = await stored();
  for (let n = 0; n < MANY; n++) {
    const copy = JSON.stringify(items[`transcript:${set.key(n)}`]);
    expect(copy).toContain(`Words of ${n}b`);
    expect(copy.length).toBeLessThan(50_000);
  }
});

it("a run that nobody looks at holds no outputs of megabytes, but each word of the text that grows", async () => {
  const set = await setUp();
  set.wire.statuses.set("ses_0", { type: "busy" });
  set.wire.emit("session.status", { sessionID: "ses_0", status: { type: "busy" } });
  await set.hub.calls.openSession(set.key(0));
  set.wire.emit("message.updated", { info: assistant("msg_run") });
  set.wire.emit("message.part.updated", { part: growing("prt_run") });
  const delta = { sessionID: "ses_0", messageID: "msg_run", partID: "prt_run", field: "text" };
  set.wire.emit("message.part.delta", { ...delta, delta: "The tide " });
  for (let n = 0; n < 4; n++) {
    set.wire.emit("message.part.updated", {
      part: { ...call("ses_0", `prt_${n}x`, "x".repeat(5_000_000)), messageID: "msg_run" },
    });
    await pass(3_000);
    expect(total(set.held())).toBeLessThan(MAX_UNWATCHED_SIZE);
  }
  expect(set.held().ses_0).toMatchObject({ loaded: "none", messageIds: ["msg_run"] });
  expect(set.held().ses_0).not.toHaveProperty("olderCursor");
  set.wire.emit("message.part.delta", { ...delta, delta: "turns." });
  await pass(3_000);
  set.wire.messages.get("ses_0")?.push({ info: assistant("msg_run"), parts: [growing("prt_run")] });
  const leave = set.watch(0);
  await set.hub.calls.openSession(set.key(0));
  const held = set.held().ses_0;
  expect(held).toMatchObject({ loaded: "fresh", messageIds: ["msg_0a", "msg_0b", "msg_run"] });
  expect(held?.parts.prt_run).toMatchObject({ text: "The tide turns." });
  expect(held?.parts.prt_run).not.toHaveProperty("gapAt");
  leave();
});

it.each([
  [
    "closes",
    (panel: { watching?: string }, leave: () => void, _turned: () => void) => void (panel.watching && leave()),
  ],
  [
    "turns away",
    (panel: { watching?: string }, _leave: () => void, turned: () => void) => {
      delete panel.watching;
      turned();
    },
  ],
])("a long conversation goes when the panel that shows it %s, whatever happens next", async (_, go) => {
  const set = await setUp();
  const list = set.wire.messages.get("ses_0");
  for (let n = 0; n < 2 * MAX_UNWATCHED_MESSAGES; n++) {
    list?.push(message("ses_0", `msg_0c${String(n).padStart(4, "0")}`, "assistant", NOW + 1_000 + n));
  }
  const panel = { watching: set.key(0) };
  const leave = set.hub.addPanel(panel);
  await set.hub.calls.openSession(set.key(0));
  await pass(5_000);
  expect(set.held().ses_0?.messageIds.length).toBeGreaterThan(MAX_UNWATCHED_MESSAGES);
  go(panel, leave, set.hub.panelTurned);
  await pass(2_000);
  expect(set.held().ses_0).toBeUndefined();
});

it("a long conversation stays while the panel that shows it is only covered, and nothing runs there", async () => {
  const set = await setUp();
  const list = set.wire.messages.get("ses_0");
  for (let n = 0; n < 2 * MAX_UNWATCHED_MESSAGES; n++) {
    list?.push(message("ses_0", `msg_0c${String(n).padStart(4, "0")}`, "assistant", NOW + 1_000 + n));
  }
  const panel: PanelPresence = { watching: set.key(0) };
  set.hub.addPanel(panel);
  await set.hub.calls.openSession(set.key(0));
  delete panel.watching;
  panel.covered = set.key(0);
  set.hub.panelTurned();
  await pass(5_000);
  expect(set.held().ses_0?.messageIds.length).toBeGreaterThan(MAX_UNWATCHED_MESSAGES);
  set.wire.emit("session.status", { sessionID: "ses_0", status: { type: "busy" } });
  await pass(2_000);
  expect(set.held().ses_0).toBeUndefined();
});

it("what is dropped is stored once, however much comes meanwhile", async () => {
  const set = await setUp();
  await set.hub.calls.openSession(set.key(0));
  await pass(5_000);
  const { local } = fakeBrowser.storage;
  const write = local.set.bind(local);
  const writes = vi.spyOn(local, "set");
  let isOver = false;
  // Each write brings news of the transcript that is on its way out.
  writes.mockImplementation(async (items) => {
    set.wire.emit("message.part.updated", { part: call("ses_0", "prt_news", `${writes.mock.calls.length}`) });
    await settle();
    if (!isOver && writes.mock.calls.length > 20) isOver = true;
    await write(items);
  });
  set.wire.emit("message.part.updated", { part: call("ses_0", "prt_big", "x".repeat(MAX_UNWATCHED_SIZE + 1)) });
  await pass(1_500);
  expect(set.held().ses_0).toBeUndefined();
  expect(isOver).toBe(false);
  writes.mockRestore();
});
