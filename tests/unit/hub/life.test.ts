import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { json, simulateServer, wireSession } from "../../support/simulated-server";
import { pass, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

describe("a session", () => {
  it("that is archived is no card any more", async () => {
    const { hub, wire, state, openSession } = setUpHub();
    const { key } = await openSession();
    await hub.calls.openSession(key);
    const time = { created: 1, updated: 1, archived: 5 };
    wire.intercept((method) => (method === "PATCH" ? json(wireSession("ses_1", { time })) : undefined));
    await hub.calls.archiveSession(key, true);
    expect(state.cards).toEqual([]);
    expect(wire.requests.at(-1)?.body).toEqual({ time: { archived: Date.now() } });
    await hub.calls.archiveSession(key, false);
    expect(wire.requests.at(-1)?.body).toEqual({ time: { archived: 0 } });
  });

  it("is compacted with its own model; the panel waits until the agent is at it, not until it is done", async () => {
    const wire = simulateServer();
    wire.sessions.set("ses_1", wireSession("ses_1", { model: { providerID: "a", id: "m" } }));
    const { hub, openSession } = setUpHub(wire);
    const { key } = await openSession();
    wire.intercept((_, path) => (path.endsWith("/summarize") ? "hang" : undefined));
    let isOver = false;
    const compacting = hub.calls.compactSession(key).then(() => {
      isOver = true;
    });
    await pass(60_000);
    expect(isOver).toBe(false);
    expect(wire.requests.find(({ path }) => path.endsWith("/summarize"))?.body).toEqual({
      providerID: "a",
      modelID: "m",
    });
    wire.emit("session.status", { sessionID: "ses_1", status: { type: "busy" } });
    await pass();
    await compacting;
    expect(isOver).toBe(true);
  });

  it("that cannot be compacted says so", async () => {
    const wire = simulateServer();
    wire.sessions.set("ses_1", wireSession("ses_1", { model: { providerID: "a", id: "m" } }));
    const { hub, openSession } = setUpHub(wire);
    const { key } = await openSession();
    wire.intercept((_, path) => (path.endsWith("/summarize") ? json({ message: "no such model" }, 400) : undefined));
    await expect(hub.calls.compactSession(key)).rejects.toMatchObject({
      fault: { kind: "rejected-input", detail: "no such model" },
    });
  });
});
