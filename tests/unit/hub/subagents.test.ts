import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import { wireSession } from "../../support/simulated-server";
import { useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

test("A subagent that ended before the background began is fetched with what it said last, and only once", async () => {
  const set = setUpHub();
  set.wire.sessions.set("ses_1", wireSession("ses_1"));
  set.wire.sessions.set("ses_2", wireSession("ses_2", { parentID: "ses_1", title: "Clock" }));
  set.wire.messages.set("ses_2", [
    {
      info: { id: "msg_1", sessionID: "ses_2", role: "user", time: { created: 1 } },
      parts: [{ id: "prt_1", sessionID: "ses_2", messageID: "msg_1", type: "text", text: "It is late." }],
    },
  ]);
  const { server } = await set.openSession();
  const held = () => set.state.servers[server];
  expect(held()?.sessions.ses_2).toBeUndefined();
  await set.hub.calls.loadSubagent(`${server}/ses_2`);
  expect(held()?.sessions.ses_2?.title).toBe("Clock");
  expect(held()?.activities.ses_2?.line).toBe("It is late.");
  const asked = set.wire.requests.length;
  await set.hub.calls.loadSubagent(`${server}/ses_2`);
  expect(set.wire.requests.length).toBe(asked);
});

test("What a subagent did while the server could not be heard is fetched although something is held of it", async () => {
  const set = setUpHub();
  set.wire.sessions.set("ses_1", wireSession("ses_1"));
  set.wire.sessions.set("ses_2", wireSession("ses_2", { parentID: "ses_1" }));
  const says = (...texts: string[]) =>
    set.wire.messages.set(
      "ses_2",
      texts.map((text, i) => ({
        info: { id: `msg_${i}`, sessionID: "ses_2", role: "user", time: { created: i } },
        parts: [{ id: `prt_${i}`, sessionID: "ses_2", messageID: `msg_${i}`, type: "text", text }],
      })),
    );
  says("Look at the clock.");
  const { server } = await set.openSession();
  const line = () => set.state.servers[server]?.activities.ses_2?.line;
  await set.hub.calls.loadSubagent(`${server}/ses_2`);
  expect(line()).toBe("Look at the clock.");
  says("Look at the clock.", "It is late.");
  set.wire.cut();
  await vi.waitFor(() => expect(set.state.servers[server]?.fresh).toBe(false));
  await vi.waitFor(() => expect(set.state.servers[server]?.fresh).toBe(true));
  await set.hub.calls.loadSubagent(`${server}/ses_2`);
  expect(line()).toBe("It is late.");
});

test("One subagent that is gone does not keep the next one from being fetched", async () => {
  const set = setUpHub();
  set.wire.sessions.set("ses_1", wireSession("ses_1"));
  set.wire.sessions.set("ses_3", wireSession("ses_3", { parentID: "ses_1" }));
  const { server } = await set.openSession();
  const gone = set.hub.calls.loadSubagent(`${server}/ses_2`);
  const next = set.hub.calls.loadSubagent(`${server}/ses_3`);
  await Promise.all([gone, next]);
  expect(Object.keys(set.state.servers[server]?.sessions ?? {}).sort()).toEqual(["ses_1", "ses_3"]);
});
