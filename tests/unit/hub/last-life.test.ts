import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { limitStorage, resetBrowser, stored, storeRaw } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { wireSession } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

describe("what the last life left behind", () => {
  it("is there before anything is fetched", async () => {
    const first = setUpHub();
    const { key, leave } = await first.openSession();
    await first.hub.calls.openSession(key);
    await first.send(key, "Hello");
    await pass(5_000);
    leave();
    await first.hub.flush();

    first.wire.intercept(() => "hang");
    const second = setUpHub(first.wire);
    await second.hub.ready;
    const server = Object.values(second.state.servers)[0];
    expect(server?.sessions.ses_1?.title).toBe("Title of ses_1");
    expect(server?.fresh).toBe(false);
    expect(second.state.cards.map((card) => card.key)).toEqual([key]);
    await second.hub.showSaved(key);
    expect(server?.transcripts.ses_1).toMatchObject({ loaded: "cached", messageIds: [expect.any(String)] });
  });

  it("holds every card and pin, however soon the background died after it", async () => {
    const first = setUpHub();
    first.wire.sessions.set("ses_1", wireSession("ses_1"));
    first.wire.sessions.set("ses_2", wireSession("ses_2"));
    const { server } = await first.connect();
    await first.hub.calls.openSession(`${server}/ses_1`);
    await first.hub.calls.pinCard(`${server}/ses_2`, true);
    first.die();
    await pass();

    const second = setUpHub(first.wire);
    await second.hub.ready;
    const cards = second.state.cards.map(({ key, pinned }) => ({ key, pinned }));
    expect(cards).toEqual([
      { key: `${server}/ses_2`, pinned: true },
      { key: `${server}/ses_1`, pinned: false },
    ]);
  });

  it("costs nothing but itself when it cannot be read, and the user is told", async () => {
    const set = setUpHub();
    const { leave } = await set.openSession();
    leave();
    await set.hub.flush();
    const { profiles } = await stored();
    await storeRaw({ profiles, cards: "garbage", outbox: { v: 7, data: 1 }, view: 3 });
    const next = setUpHub(set.wire);
    await next.hub.ready;
    expect(Object.keys(next.state.servers)).toHaveLength(1);
    expect(next.state.notices.map(({ text }) => text).join(" ")).toMatch(/cards could not be read.*newer version/);
    expect(await stored()).toMatchObject({ "aside:cards": "garbage", "aside:outbox": { v: 7, data: 1 } });
  });

  it("does not keep the background from starting when storage is full as well", async () => {
    const quiet = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await storeRaw({ profiles: "x".repeat(1000), cards: "x".repeat(1000), outbox: "x".repeat(1000) });
    await limitStorage(5);
    const set = setUpHub();
    await expect(set.hub.ready).resolves.toBeUndefined();
    expect(set.state.notices).toHaveLength(3);
    quiet.mockRestore();
  });

  it("tells of full storage once, and goes on", async () => {
    const set = setUpHub();
    const { key } = await set.openSession();
    await set.hub.flush();
    await limitStorage(0);
    await set.hub.calls.openSession(key);
    await pass(10_000);
    set.wire.sessions.set("ses_2", wireSession("ses_2"));
    set.wire.emit("session.created", { sessionID: "ses_2", info: wireSession("ses_2") });
    await pass(10_000);
    expect(set.state.notices.map(({ id }) => id)).toEqual(["storage:full"]);
    expect(set.statuses()).toEqual(["connected"]);
    await set.hub.calls.dismissNotice("storage:full");
    expect(set.state.notices).toEqual([]);
  });

  it("is left alone while the browser does not hand it over, and the panel opens all the same", async () => {
    const quiet = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { browser } = await import("wxt/browser");
    const first = setUpHub();
    const { key, leave } = await first.openSession();
    await first.hub.calls.openSession(key);
    leave();
    await first.hub.flush();
    first.die();
    const before = await stored();

    const failing = vi.spyOn(browser.storage.local, "get").mockRejectedValue(new Error("IO error"));
    const second = setUpHub(first.wire);
    await expect(second.hub.ready).resolves.toBeUndefined();
    expect(second.state.notices.map(({ id }) => id)).toEqual([
      "storage:saved servers",
      "storage:sessions that accept everything",
      "storage:cards",
      "storage:unsent messages",
      "storage:unfinished deletions",
    ]);
    failing.mockRestore();
    // Nothing is made of the nothing that was read: no server found anew, no empty list of cards.
    const asked = first.wire.requests.length;
    second.hub.addPanel({});
    await pass(10_000);
    expect(first.wire.requests.length).toBe(asked);
    const saved = second.hub.calls.saveServer({ name: "New", url: "http://127.0.0.1:9999", headers: [] });
    await expect(saved).rejects.toThrow();
    await second.hub.flush();
    expect(await stored()).toEqual(before);
    expect(second.state.notices).toHaveLength(5);
    quiet.mockRestore();
  });

  it("that a panel could not read or store is told to the user", async () => {
    const set = setUpHub();
    await set.hub.ready;
    await set.hub.calls.reportStorage("unreadable");
    await set.hub.calls.reportStorage("repaired");
    await set.hub.calls.reportStorage("failed");
    await set.hub.calls.reportStorage("full");
    expect(set.state.notices.map(({ text }) => text)).toEqual([
      expect.stringContaining("Your draft could not be read"),
      expect.stringContaining("Some of your draft’s attachments could not be read"),
      expect.stringContaining("did not save"),
      expect.stringContaining("is full"),
    ]);
  });
});

describe("writing behind", () => {
  it("never happens on every token", async () => {
    const { browser } = await import("wxt/browser");
    const set = setUpHub();
    const { key } = await set.openSession();
    await set.hub.calls.openSession(key);
    await set.hub.flush();
    const write = vi.spyOn(browser.storage.local, "set");
    const part = { id: "prt_1", sessionID: "ses_1", messageID: "msg_1", type: "text", text: "", time: { start: 1 } };
    const info = { id: "msg_1", sessionID: "ses_1", role: "assistant", time: { created: 1 } };
    set.wire.emit("message.updated", { info });
    set.wire.emit("message.part.updated", { part });
    for (let token = 0; token < 200; token++) {
      set.wire.emit("message.part.delta", {
        sessionID: "ses_1",
        messageID: "msg_1",
        partID: "prt_1",
        field: "text",
        delta: "x",
      });
      await pass(10);
    }
    await pass(3_000);
    expect(write.mock.calls.length).toBeLessThan(12);
    write.mockRestore();
  });
});
