import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { KEPT_TRANSCRIPTS, MAX_UNWATCHED_MESSAGES } from "../../../lib/hub/transcripts";
import { resetBrowser, stored } from "../../support/fake-browser";
import { pass, useSimulatedTime } from "../../support/surroundings";
import { assistant, growing, MANY, message, NOW, setUp } from "./transcripts-set-up";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

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
