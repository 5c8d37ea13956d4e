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

const OK = () => Response.json(true);
const ROUTES = /^\/(auth\/|global\/dispose|provider\/)/;

/** A hub whose server takes whatever concerns providers. */
async function connected() {
  const set = setUpHub();
  set.wire.intercept((_, path) => (ROUTES.test(path) ? OK() : undefined));
  const { server, key, leave } = await set.openSession();
  const reloads = () => set.wire.count("POST /global/dispose");
  return { ...set, server, key, leave, provider: { server, id: "acme" }, reloads };
}

describe("a key", () => {
  it("is sent to the server, which then uses it, and stored nowhere here", async () => {
    const { hub, provider, wire, reloads } = await connected();
    expect(await hub.calls.setProviderKey(provider, "hunter2", { account: "7" })).toBe("used");
    expect(wire.requests.find(({ path }) => path === "/auth/acme")).toMatchObject({
      method: "PUT",
      body: { type: "api", key: "hunter2", metadata: { account: "7" } },
    });
    expect(reloads()).toBe(1);
    expect(JSON.stringify([await stored(), hub.state])).not.toContain("hunter2");
  });

  it("waits for what runs, and is used once when that is over", async () => {
    const { hub, provider, wire, reloads } = await connected();
    const say = (type: string) => {
      wire.statuses.set("ses_1", { type });
      wire.emit("session.status", { sessionID: "ses_1", status: { type } });
    };
    say("busy");
    await pass();
    expect(await hub.calls.setProviderKey(provider, "hunter2", {})).toBe("kept");
    await pass(5_000);
    expect(reloads()).toBe(0);
    say("idle");
    await passUntil(() => reloads() === 1);
    say("busy");
    say("idle");
    await pass(5_000);
    expect(reloads()).toBe(1);
  });

  it("that waits when the background dies is used by the next one, when what runs is over", async () => {
    const { hub, provider, wire, reloads, leave, die } = await connected();
    const say = (type: string) => {
      wire.statuses.set("ses_1", { type });
      wire.emit("session.status", { sessionID: "ses_1", status: { type } });
    };
    say("busy");
    await pass();
    expect(await hub.calls.setProviderKey(provider, "hunter2", {})).toBe("kept");
    expect(JSON.stringify(await stored())).not.toContain("hunter2");
    leave();
    die();
    await setUpHub(wire).connect();
    await pass(5_000);
    expect(reloads()).toBe(0);
    say("idle");
    await passUntil(() => reloads() === 1);
    await pass(5_000);
    expect([reloads(), (await stored())["unused-providers"]]).toEqual([1, expect.objectContaining({ data: [] })]);
  });

  it("that waits is used at once when the user wants it", async () => {
    const { hub, provider, server, wire, reloads } = await connected();
    wire.emit("session.status", { sessionID: "ses_1", status: { type: "busy" } });
    await pass();
    await hub.calls.setProviderKey(provider, "hunter2", {});
    await hub.calls.useProviders(server);
    expect(reloads()).toBe(1);
  });

  it("that is refused is not said in the fault", async () => {
    const { hub, provider, wire } = await connected();
    wire.intercept((_, path) => (path.startsWith("/auth/") ? new Response(null, { status: 400 }) : undefined));
    const fault = await hub.calls.setProviderKey(provider, "hunter2", {}).catch((error: unknown) => error);
    expect(fault).toMatchObject({ fault: { kind: "rejected-input" } });
    expect(JSON.stringify(fault) + String(fault)).not.toContain("hunter2");
  });
});

describe("a sign-in", () => {
  it("is waited for longer than any other answer, until it is cancelled", async () => {
    const { hub, provider, server, wire, reloads } = await connected();
    wire.intercept((_, path) => (path.endsWith("/callback") ? "hang" : undefined));
    const outcome = hub.calls.finishSignIn(provider, 0).catch((error: unknown) => error);
    await pass(120_000);
    await hub.calls.cancelSignIn(server);
    expect(await outcome).toMatchObject({ fault: { kind: "aborted" } });
    expect(reloads()).toBe(0);
  });
});
