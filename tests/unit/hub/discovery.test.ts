import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { pass, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

describe("a server on this machine", () => {
  it("is found by itself when none is known, and saved", async () => {
    const set = setUpHub();
    await set.hub.ready;
    set.hub.addPanel({});
    await pass();
    expect(Object.values(set.state.servers).map(({ profile }) => profile.url)).toEqual(["http://127.0.0.1:4096"]);
    expect(set.state.discovery.status).toBe("off");
    expect(set.statuses()).toEqual(["connected"]);
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
    expect(set.statuses()).toEqual(["connected"]);
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
