import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { wireSession } from "../../support/simulated-server";
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

test("a state is there after the background's death, however soon that came, with what ended the one before it", async () => {
  const first = setUpHub();
  const { server } = await first.connect();
  await pass(6_000);
  first.wire.intercept(() => "unreachable");
  first.wire.cut();
  await passUntil(() => first.statuses().includes("reconnecting"));
  await pass(1);
  first.die();

  const second = setUpHub(first.wire);
  await second.hub.ready;
  const { journal } = await second.hub.calls.connectionDetails(server);
  expect(journal.states.at(-1)).toMatchObject({ status: "reconnecting", cause: "unreachable" });
  expect(journal.breaks).toEqual({ unreachable: 1 });
});

test("how much waits and how often storage is written is told", async () => {
  const { hub, wire, connect } = setUpHub();
  const { server } = await connect();
  wire.emit("session.updated", { info: wireSession("ses_1") });
  await pass();
  const before = await hub.calls.connectionDetails(server);
  expect(before.queues.unsaved).toBeGreaterThan(0);
  await pass(15_000);
  const after = await hub.calls.connectionDetails(server);
  expect(after.queues).toMatchObject({ unsaved: 0, batched: 0 });
  expect(after.storage.writes).toBeGreaterThan(before.storage.writes);
  expect(after.storage.writesPerMinute).toBe(after.storage.writes);
});

test("a server that was removed has no details, and leaves none behind", async () => {
  const { hub, connect } = setUpHub();
  const { server } = await connect();
  await hub.calls.removeServer(server);
  await expect(hub.calls.connectionDetails(server)).rejects.toThrow("removed");
  await passUntil(() => Object.keys(hub.state.servers).length === 0);
});
