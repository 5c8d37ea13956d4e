import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { PanelPresence } from "../../../lib/hub/panels";
import { KEPT_SIZE, MAX_UNWATCHED_MESSAGES, MAX_UNWATCHED_SIZE } from "../../../lib/hub/transcripts";
import { resetBrowser, stored } from "../../support/fake-browser";
import { pass, settle, useSimulatedTime } from "../../support/surroundings";
import { assistant, call, growing, MANY, message, NOW, setUp, total } from "./transcripts-set-up";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

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
