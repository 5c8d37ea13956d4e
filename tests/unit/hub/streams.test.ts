import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resetBrowser, stored } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

/** A hub that has left a session to run alone: its panel was closed. */
async function leftRunning() {
  const set = setUpHub();
  const { leave } = await set.openSession();
  set.wire.statuses.set("ses_1", { type: "busy" });
  set.wire.emit("session.status", { sessionID: "ses_1", status: { type: "busy" } });
  await pass();
  leave();
  await pass();
  return set;
}

describe("streams", () => {
  it("run while a panel is open, and not a moment longer", async () => {
    const set = setUpHub();
    const { leave } = await set.openSession();
    expect(set.wire.streams()).toBe(1);
    expect(set.active.at(-1)).toBe(true);
    await pass(10_000);
    leave();
    await pass();
    expect(set.statuses()).toEqual(["asleep"]);
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
    const set = await leftRunning();
    expect(set.wire.streams()).toBe(1);
    expect(set.active.at(-1)).toBe(true);
    set.wire.statuses.clear();
    set.wire.emit("session.status", { sessionID: "ses_1", status: { type: "idle" } });
    await pass();
    expect(set.wire.streams()).toBe(0);
    expect(set.active.at(-1)).toBe(false);
  });

  it("keep nothing awake once the server has refused them, though something ran when it was last heard of", async () => {
    const set = await leftRunning();
    set.wire.intercept(() => new Response("", { status: 401 }));
    set.wire.cut();
    await passUntil(() => set.statuses()[0] === "failed");
    expect(set.active.at(-1)).toBe(false);
    set.hub.addPanel({});
    expect(set.active.at(-1)).toBe(true);
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
    expect(set.statuses()).toEqual(["disconnected"]);
    set.hub.addPanel({});
    set.hub.wake();
    await pass(60_000);
    expect(set.wire.streams()).toBe(0);
    await set.hub.calls.connectServer(server);
    await pass();
    expect(set.statuses()).toEqual(["connected"]);
  });

  it("do not make a panel that opens wait for a backoff to end", async () => {
    const set = setUpHub();
    await set.openSession();
    set.wire.intercept(() => "unreachable");
    set.wire.cut();
    await pass(55_000);
    expect(set.statuses()).toEqual(["reconnecting"]);
    set.wire.intercept(() => undefined);
    set.hub.addPanel({});
    await pass();
    expect(set.statuses()).toEqual(["connected"]);
  });

  it("are made anew when a panel hears that the network is back, and those of nobody are not", async () => {
    const set = setUpHub();
    const { server } = await set.openSession();
    await pass(2_000);
    await set.hub.calls.renewConnections();
    await pass();
    expect(set.statuses()).toEqual(["connected"]);
    expect([set.wire.streams(), set.wire.count("GET /global/event")]).toEqual([1, 2]);
    await set.hub.calls.disconnectServer(server);
    await set.hub.calls.renewConnections();
    await pass(10_000);
    expect([set.wire.streams(), set.wire.count("GET /global/event")]).toEqual([0, 2]);
  });

  it("of a changed profile are made anew, with what it says now", async () => {
    const set = setUpHub();
    const { server } = await set.openSession();
    await set.hub.calls.saveServer({ id: server, name: "S", url: set.wire.url, password: "new", headers: [] });
    await passUntil(() => set.statuses()[0] === "connected");
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
