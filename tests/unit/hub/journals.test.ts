import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { pass, passUntil, useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());

beforeEach(() => useSimulatedTime());
afterEach(() => {
  resetBrowser();
  vi.useRealTimers();
});

test("what a connection has been through is counted on over the background's death", async () => {
  const first = setUpHub();
  const { server } = await first.connect();
  first.wire.emit("hologram.moved", {});
  first.wire.heartbeat();
  await pass(6_000);
  const before = await first.hub.calls.connectionDetails(server);
  expect(before.journal).toMatchObject({ lives: 1, streams: 1, skipped: { "hologram.moved": 1 } });
  expect(before.journal.lastHeartbeatAt).toBeGreaterThan(0);
  expect(before.journal.states.map(({ status }) => status)).toEqual(["connecting", "connected"]);
  expect(before.storage.bytes).toBeGreaterThan(0);

  first.die();
  const second = setUpHub(first.wire);
  await second.connect();
  const { journal } = await second.hub.calls.connectionDetails(server);
  expect(journal).toMatchObject({ lives: 2, streams: 2, skipped: { "hologram.moved": 1 } });
  expect(journal.requests).toBeGreaterThan(before.journal.requests);
});

test("a server that was removed has no details, and leaves none behind", async () => {
  const { hub, connect } = setUpHub();
  const { server } = await connect();
  await hub.calls.removeServer(server);
  await expect(hub.calls.connectionDetails(server)).rejects.toThrow("removed");
  await passUntil(() => Object.keys(hub.state.servers).length === 0);
});
