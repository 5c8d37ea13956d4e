import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { resetBrowser, stored } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { wireSession } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const COUNT = 10;
const ids = Array.from({ length: COUNT }, (_, n) => `ses_${n}`);

const info = (sessionID: string) => ({ id: `msg_${sessionID}`, sessionID, role: "assistant", time: { created: 1 } });
const call = (sessionID: string, output: string) => ({
  id: `prt_${sessionID}`,
  sessionID,
  messageID: `msg_${sessionID}`,
  type: "tool",
  callID: "c",
  tool: "bash",
  state: { status: "running", input: { command: "tides" }, metadata: { output }, time: { start: 1 } },
});

/** Ten sessions, all of them opened once, and what is written from then on. */
async function setUp({ busy }: { busy: boolean }) {
  const set = setUpHub();
  for (const id of ids) {
    set.wire.sessions.set(id, wireSession(id));
    set.wire.messages.set(id, [{ info: info(id), parts: [call(id, "")] }]);
    if (busy) set.wire.statuses.set(id, { type: "busy" });
  }
  const { server } = await set.connect();
  for (const id of ids) await set.hub.calls.openSession(`${server}/${id}`);
  for (let waited = 0; waited < 30_000; waited += 10_000) {
    set.wire.heartbeat();
    await pass(10_000);
  }
  const { local } = fakeBrowser.storage;
  const [writes, removals] = [vi.spyOn(local, "set"), vi.spyOn(local, "remove")];
  return {
    ...set,
    server,
    key: (id: string) => `${server}/${id}` as const,
    /** Of those at rest only some stay in memory. */
    held: () => ids.filter((id) => set.state.servers[server]?.transcripts[id]?.loaded === "fresh"),
    copy: async (id: string) => JSON.stringify((await stored())[`transcript:${server}/${id}`]),
    count: () => writes.mock.calls.length + removals.mock.calls.length,
    /** Writes of the list of sessions. */
    lists: () => writes.mock.calls.filter(([items]) => `index:${server}` in items).length,
    bytes: () => writes.mock.calls.reduce((sum, [items]) => sum + JSON.stringify(items).length, 0),
    /** A minute in which the tools of all sessions tell something ten times a second, and each session is touched. */
    async work(output: (tick: number) => string): Promise<void> {
      for (let tick = 0; tick < 600; tick++) {
        for (const id of ids) {
          set.wire.emit("message.part.updated", { part: call(id, output(tick)) });
          const time = { created: 1_795_000_000_000, updated: Date.now() };
          if (tick % 20 === 0) set.wire.emit("session.updated", { info: wireSession(id, { time }) });
        }
        await vi.advanceTimersByTimeAsync(100);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

describe("ten sessions at work", () => {
  it.each([{ busy: true }, { busy: false }])("are stored by less than a write a second (%o)", async (how) => {
    const set = await setUp(how);
    await set.work((tick) => `Line ${tick}`);
    expect(set.count()).toBeGreaterThan(1);
    expect(set.count()).toBeLessThanOrEqual(60);
    // While they run there is no haste with the list: each line of it is the server's.
    if (how.busy) expect(set.lists()).toBeLessThanOrEqual(2);
    await pass(20_000);
    expect(set.lists()).toBeGreaterThan(0);
    expect(set.held().length).toBeGreaterThan(how.busy ? 9 : 5);
    for (const id of set.held()) expect(await set.copy(id)).toContain("Line 599");
  });

  it("cost storage no more bytes for saying more", async () => {
    const set = await setUp({ busy: true });
    const much = "x".repeat(15_000);
    await set.work((tick) => `${tick}${much}`);
    // Copies and the list of sessions are written by 20 kB a second each, besides what the first write of each has.
    expect(set.bytes()).toBeLessThan(60 * 2 * 20_000 + 500_000);
    expect(set.count()).toBeLessThanOrEqual(60);
  });

  it("are stored within seconds when they end", async () => {
    const set = await setUp({ busy: true });
    set.wire.emit("message.part.updated", { part: call("ses_3", "The last word") });
    await pass(3_000);
    expect(await set.copy("ses_3")).not.toContain("The last word");
    set.wire.emit("session.status", { sessionID: "ses_3", status: { type: "idle" } });
    await pass(3_000);
    expect(await set.copy("ses_3")).toContain("The last word");
  });

  it("do not keep a card or a pin waiting", async () => {
    const set = await setUp({ busy: true });
    await set.hub.calls.pinCard(set.key("ses_3"), true);
    await pass();
    expect(JSON.stringify((await stored()).cards)).toContain(`"key":"${set.key("ses_3")}","pinned":true`);
  });
});

it("what was seen of a card that is closed is known to the next background, by which it becomes one again", async () => {
  const first = setUpHub();
  const { key, server } = await first.openSession();
  await first.hub.calls.openSession(key);
  await first.hub.calls.closeCard(key);
  const seenAt = first.state.seen[key];
  expect(seenAt).toBe(first.state.servers[server]?.sessions.ses_1?.updatedAt);
  await pass(5_000);
  first.die();
  const next = setUpHub(first.wire);
  await next.hub.ready;
  expect(next.state.seen).toEqual({ [key]: seenAt });
  await next.hub.calls.pinCard(key, true);
  expect(next.state.cards).toMatchObject([{ key, seenAt }]);
  expect(next.state.seen).toEqual({});
});
