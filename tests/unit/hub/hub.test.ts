import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { limitStorage, resetBrowser, stored, storeRaw } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { json, wireSession } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

const statusOf = ({ state }: ReturnType<typeof setUpHub>) =>
  Object.values(state.servers).map(({ connection }) => connection.status);

describe("streams", () => {
  it("run while a panel is open, and not a moment longer", async () => {
    const set = setUpHub();
    const { leave } = await set.openSession();
    expect(set.wire.streams()).toBe(1);
    expect(set.active.at(-1)).toBe(true);
    await pass(10_000);
    leave();
    await pass();
    expect(statusOf(set)).toEqual(["asleep"]);
    expect(set.wire.streams()).toBe(0);
    expect(set.active.at(-1)).toBe(false);
  });

  it("leave nothing behind: no timer, no request", async () => {
    const set = setUpHub();
    const { leave } = await set.openSession();
    leave();
    // What was changed is still written.
    await pass(10_000);
    const asked = set.wire.requests.length;
    expect([set.timers(), vi.getTimerCount()]).toEqual([0, 0]);
    await pass(60_000);
    expect(set.wire.requests.length).toBe(asked);
  });

  it("are one a server, whatever number of panels is open", async () => {
    const set = setUpHub();
    const { leave } = await set.openSession();
    const others = [set.hub.addPanel({}), set.hub.addPanel({})];
    await pass();
    expect(set.wire.streams()).toBe(1);
    leave();
    for (const other of others.slice(1)) other();
    await pass();
    expect(set.wire.streams()).toBe(1);
    others[0]?.();
    await pass();
    expect(set.wire.streams()).toBe(0);
  });

  it("stay while something runs, and end when it has ended", async () => {
    const set = setUpHub();
    const { leave } = await set.openSession();
    set.wire.statuses.set("ses_1", { type: "busy" });
    set.wire.emit("session.status", { sessionID: "ses_1", status: { type: "busy" } });
    await pass();
    leave();
    await pass();
    expect(set.wire.streams()).toBe(1);
    expect(set.active.at(-1)).toBe(true);
    set.wire.statuses.clear();
    set.wire.emit("session.status", { sessionID: "ses_1", status: { type: "idle" } });
    await pass();
    expect(set.wire.streams()).toBe(0);
    expect(set.active.at(-1)).toBe(false);
  });

  it("stay while somebody is waited for", async () => {
    const set = setUpHub();
    const { leave } = await set.openSession();
    const request = { id: "per_1", sessionID: "ses_1", permission: "bash", patterns: ["ls"], always: [] };
    set.wire.emit("permission.asked", request);
    await pass();
    leave();
    await pass();
    expect(set.wire.streams()).toBe(1);
    set.wire.emit("permission.replied", { sessionID: "ses_1", requestID: "per_1", reply: "once" });
    await pass();
    expect(set.wire.streams()).toBe(0);
  });

  it("of a server the user disconnected stay away, also when a panel opens, until it is connected again", async () => {
    const set = setUpHub();
    const { server } = await set.openSession();
    await set.hub.calls.disconnectServer(server);
    await pass();
    expect(statusOf(set)).toEqual(["disconnected"]);
    set.hub.addPanel({});
    set.hub.wake();
    await pass(60_000);
    expect(set.wire.streams()).toBe(0);
    await set.hub.calls.connectServer(server);
    await pass();
    expect(statusOf(set)).toEqual(["connected"]);
  });

  it("do not make a panel that opens wait for a backoff to end", async () => {
    const set = setUpHub();
    await set.openSession();
    set.wire.intercept(() => "unreachable");
    set.wire.cut();
    await pass(55_000);
    expect(statusOf(set)).toEqual(["reconnecting"]);
    set.wire.intercept(() => undefined);
    set.hub.addPanel({});
    await pass();
    expect(statusOf(set)).toEqual(["connected"]);
  });

  it("of a changed profile are made anew, with what it says now", async () => {
    const set = setUpHub();
    const { server } = await set.openSession();
    await set.hub.calls.saveServer({ id: server, name: "S", url: set.wire.url, password: "new", headers: [] });
    await passUntil(() => statusOf(set)[0] === "connected");
    expect(set.wire.streams()).toBe(1);
    expect(set.wire.requests.at(-1)?.headers.get("authorization")).toBe(`Basic ${btoa("opencode:new")}`);
  });

  it("of a removed server end, and nothing of it stays", async () => {
    const set = setUpHub();
    const { server, key } = await set.openSession();
    await set.hub.calls.openSession(key);
    await set.send(key, "Hello");
    await pass(5_000);
    await set.hub.calls.removeServer(server);
    await pass(5_000);
    expect(set.wire.streams()).toBe(0);
    expect(set.state.servers).toEqual({});
    expect(set.state.cards).toEqual([]);
    expect(JSON.stringify(await stored())).not.toContain(server);
  });
});

describe("access to a host", () => {
  it("is given back when the last server there goes, or moves elsewhere", async () => {
    const set = setUpHub();
    await set.hub.ready;
    const save = (url: string, id?: string) =>
      set.hub.calls.saveServer({ name: "S", url, headers: [], ...(id === undefined ? {} : { id }) });
    const one = await save("https://a.example:1");
    const two = await save("https://a.example:2/path");
    await set.hub.calls.removeServer(one);
    await save("https://a.example:3", two);
    expect(set.unusedHosts).toEqual([]);
    await save("http://a.example:3", two);
    expect(set.unusedHosts).toEqual(["https://a.example:3"]);
    // A server that is only disconnected will be reached again.
    await set.hub.calls.disconnectServer(two);
    const three = await save("http://a.example");
    await set.hub.calls.removeServer(three);
    expect(set.unusedHosts).toHaveLength(1);
    await set.hub.calls.removeServer(two);
    expect(set.unusedHosts).toEqual(["https://a.example:3", "http://a.example:3"]);
  });
});

describe("a server on this machine", () => {
  it("is found by itself when none is known, and saved", async () => {
    const set = setUpHub();
    await set.hub.ready;
    set.hub.addPanel({});
    await pass();
    expect(Object.values(set.state.servers).map(({ profile }) => profile.url)).toEqual(["http://127.0.0.1:4096"]);
    expect(set.state.discovery.status).toBe("off");
    expect(statusOf(set)).toEqual(["connected"]);
  });

  it("is looked for until it is up, and only while somebody looks", async () => {
    const set = setUpHub();
    await set.hub.ready;
    set.wire.intercept(() => "unreachable");
    await pass(10_000);
    expect(set.wire.requests).toEqual([]);
    const leave = set.hub.addPanel({});
    await pass(30_000);
    expect(set.state.discovery).toEqual({ status: "looking", url: "http://127.0.0.1:4096" });
    leave();
    await pass(5_000);
    const asked = set.wire.requests.length;
    await pass(30_000);
    expect(set.wire.requests.length).toBe(asked);
    expect(vi.getTimerCount()).toBe(0);
    set.hub.addPanel({});
    set.wire.intercept(() => undefined);
    await pass(5_000);
    expect(statusOf(set)).toEqual(["connected"]);
  });

  it("that wants a password is shown as found, and not saved", async () => {
    const set = setUpHub();
    await set.hub.ready;
    set.wire.intercept(() => new Response("", { status: 401 }));
    set.hub.addPanel({});
    await pass();
    expect(set.state.discovery).toMatchObject({ status: "found", url: "http://127.0.0.1:4096" });
    expect(set.state.servers).toEqual({});
  });

  it("is not looked for when a server is known", async () => {
    const set = setUpHub();
    await set.hub.ready;
    await set.hub.calls.saveServer({ name: "Other", url: "http://127.0.0.1:9999", headers: [] });
    set.hub.addPanel({});
    await pass(10_000);
    expect(set.wire.requests.filter(({ path }) => path === "/global/health")).toHaveLength(1);
  });
});

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
      "storage:cards",
      "storage:unsent messages",
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
    expect(second.state.notices).toHaveLength(3);
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
    expect(statusOf(set)).toEqual(["connected"]);
    await set.hub.calls.dismissNotice("storage:full");
    expect(set.state.notices).toEqual([]);
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

describe("sessions", () => {
  it("are searched over what is held and what the server finds", async () => {
    const set = setUpHub();
    set.wire.sessions.set("ses_1", wireSession("ses_1", { title: "Tides of Brest" }));
    await set.connect();
    set.wire.sessions.set("ses_2", wireSession("ses_2", { title: "Older tides", time: { created: 1, updated: 1 } }));
    const found = await set.hub.calls.searchSessions(" tides ");
    expect(found.map((key) => key.split("/")[1])).toEqual(["ses_1", "ses_2"]);
    set.wire.intercept((_, path) => (path === "/experimental/session" ? json({}, 500) : undefined));
    const held = set.hub.calls.searchSessions("brest");
    await pass(5_000);
    expect(await held).toHaveLength(1);
  });

  it("are not said to be none while a server cannot be asked", async () => {
    const set = setUpHub();
    const { server } = await set.openSession();
    set.wire.intercept(() => "unreachable");
    set.wire.cut();
    await pass(1_000);
    await expect(set.hub.calls.searchSessions("nothing like it")).rejects.toMatchObject({
      fault: { kind: "unreachable" },
    });
    await set.hub.calls.disconnectServer(server);
    expect(await set.hub.calls.searchSessions("nothing like it")).toEqual([]);
  });

  it("answered elsewhere wait no more", async () => {
    const set = setUpHub();
    const { key } = await set.openSession();
    set.wire.emit("permission.asked", {
      id: "per_1",
      sessionID: "ses_1",
      permission: "bash",
      patterns: [],
      always: [],
    });
    await pass();
    await set.hub.calls.replyPermission(key, "per_1", "once");
    expect(Object.values(set.state.servers)[0]?.requests).toEqual({});
  });
});
