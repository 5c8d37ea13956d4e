import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { setUpHub } from "../../support/hub";
import type { StoredMessage } from "../../support/simulated-server";
import { useSimulatedTime } from "../../support/surroundings";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  useSimulatedTime();
  resetBrowser();
});
afterEach(() => vi.useRealTimers());

const said = (id: string, text: string): StoredMessage => ({
  info: { id, sessionID: "ses_1", role: "user", time: { created: 1 }, unheardOf: [1] },
  parts: [{ id: `prt_${id}`, type: "text", text }],
});

it("messages are handed over as the server stores them, one or a list, and a very long one cut", async () => {
  const { hub, wire, openSession } = setUpHub();
  const { key } = await openSession();
  const stored = [said("msg_1", "Tides"), said("msg_2", "Ebb"), said("msg_3", "x".repeat(8_000_000))];
  wire.messages.set("ses_1", stored);
  const json = (...ids: string[]) => hub.calls.messagesJson(key, ids);
  expect(await json("msg_1")).toEqual({ text: JSON.stringify(stored[0], undefined, 2) });
  expect(JSON.parse((await json("msg_1", "msg_2")).text)).toEqual(stored.slice(0, 2));
  const long = await json("msg_3");
  expect([long.cut, long.text.length]).toEqual([true, 8_000_000]);
  await expect(json("msg_4")).rejects.toMatchObject({ fault: { kind: "not-found" } });
});
