import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { setUpPanel } from "../../support/panel-and-hub";
import { json, wireSession } from "../../support/simulated-server";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

describe("when the background dies", () => {
  it("the panel opens the port again, and a new snapshot brings it up to date", async () => {
    const set = setUpPanel();
    const { server } = await set.connected();
    set.wire.sessions.set("ses_1", wireSession("ses_1", { title: "Renamed meanwhile" }));
    set.die();
    await pass(50);
    await passUntil(() => set.state().servers[server]?.sessions.ses_1?.title === "Renamed meanwhile");
    expect(set.statuses).toEqual(["connected", "reconnecting", "connected"]);
  });

  it("a call that changes nothing is made again", async () => {
    const set = setUpPanel();
    await set.connected();
    set.wire.intercept((_, path) => (path === "/global/health" ? "hang" : undefined));
    const testing = set.background.testServer({ name: "", url: set.wire.url, headers: [] });
    await pass();
    set.wire.intercept(() => undefined);
    set.die();
    await pass(500);
    expect(await testing).toMatchObject({ ok: true });
  });

  it("an answer is given again, and counts where the first had arrived", async () => {
    const set = setUpPanel();
    const { key } = await set.connected();
    set.wire.intercept((_, path) => (path === "/permission/per_1/reply" ? "hang" : undefined));
    const replying = set.background.replyPermission(key, "per_1", "once");
    await passUntil(() => set.wire.count("POST /permission/per_1/reply") === 1);
    const NONE = () => json({ message: "Permission request not found" }, 404);
    set.wire.intercept((_, path) => (path.startsWith("/permission/per_") ? NONE() : undefined));
    set.die();
    await passUntil(() => set.wire.count("POST /permission/per_1/reply") === 2);
    await expect(replying).resolves.toBeUndefined();
    // Where it is the first try, nothing of the user's has arrived.
    const late = set.background.replyPermission(key, "per_2", "once").catch((error: unknown) => error);
    await pass(100);
    expect(await late).toMatchObject({ fault: { kind: "already-answered" } });
  });

  it("a call that may have changed something is not, and says so", async () => {
    const set = setUpPanel();
    const { server } = await set.connected();
    set.wire.intercept((method, path) => (`${method} ${path}` === "POST /session" ? "hang" : undefined));
    const creating = set.background.createSession(server, "/work/tides").catch((error: unknown) => error);
    await pass();
    set.die();
    expect(await creating).toMatchObject({ fault: { kind: "aborted" } });
    set.wire.intercept(() => undefined);
    await pass(5_000);
    expect(set.wire.count("POST /session")).toBe(1);
  });

  it("a prompt that was handed over is not sent a second time", async () => {
    const set = setUpPanel();
    const { key } = await set.connected();
    const messageId = await set.background.identify(key);
    const outgoing = { key, messageId, text: "Hello", context: [] };
    const sending = set.background.send(outgoing);
    // Dies after it has sent the prompt and before its result has come.
    await passUntil(() => set.wire.count("POST /session/ses_1/prompt_async") === 1);
    await sending;
    const again = set.background.send(outgoing);
    set.die();
    await pass(100);
    await passUntil(() => Object.values(set.state().servers)[0]?.fresh === true);
    await again.catch(() => undefined);
    await pass(10_000);
    expect(set.wire.count("POST /session/ses_1/prompt_async")).toBe(1);
    expect(set.wire.messages.get("ses_1")).toHaveLength(1);
  });

  it("a prompt that was not handed over is not lost: it was not sent, and can be", async () => {
    const set = setUpPanel();
    const { key } = await set.connected();
    const messageId = await set.background.identify(key);
    const sending = set.background.send({ key, messageId, text: "Hello", context: [] });
    // In the same moment: the message to the background is lost.
    set.die();
    await pass(100);
    await sending;
    await passUntil(() => set.state().outbox[0]?.state === "not-sent");
    await set.background.resend(messageId);
    await pass(1_000);
    expect(set.wire.messages.get("ses_1")?.map(({ info }) => info.id)).toEqual([messageId]);
    expect(set.state().outbox).toEqual([]);
  });

  it("calls made while it is away wait for it", async () => {
    const set = setUpPanel();
    const { key } = await set.connected();
    set.setReachable(false);
    set.die();
    await pass(500);
    const identifying = set.background.identify(key);
    set.setReachable(true);
    await pass(5_000);
    expect(await identifying).toMatch(/^msg_/);
  });
});
