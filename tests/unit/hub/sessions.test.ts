import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { json, wireSession } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

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

  it("share what can be chosen in their folder while it is on its way; later it is asked anew", async () => {
    const set = setUpHub();
    const { server } = await set.openSession();
    const choices = {
      "/agent": [],
      "/config/providers": { providers: [], default: {} },
      "/config": {},
      "/command": [],
    };
    set.wire.intercept((_, path) => (path in choices ? json(choices[path as keyof typeof choices]) : undefined));
    const before = set.wire.count("GET /agent");
    const ask = () => set.hub.calls.loadCatalog(server, "/work");
    await Promise.all([ask(), ask()]);
    expect(set.wire.count("GET /agent")).toBe(before + 1);
    await ask();
    expect(set.wire.count("GET /agent")).toBe(before + 2);
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
    const late = { fault: { kind: "already-answered" } };
    await expect(set.hub.calls.replyPermission(key, "per_1", "once")).rejects.toMatchObject(late);
    expect(Object.values(set.state.servers)[0]?.requests).toEqual({});
  });

  it("are told why something was rejected, where a reason was given", async () => {
    const set = setUpHub();
    const { key } = await set.openSession();
    set.wire.intercept((_, path) => (path.endsWith("/reply") ? json(true) : undefined));
    await set.hub.calls.replyPermission(key, "per_1", "reject");
    await set.hub.calls.replyPermission(key, "per_2", "reject", "Use the attic");
    const bodies = set.wire.requests.filter(({ path }) => path.endsWith("/reply")).map(({ body }) => body);
    expect(bodies).toEqual([{ reply: "reject" }, { reply: "reject", message: "Use the attic" }]);
  });
});
