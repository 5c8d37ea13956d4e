import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { listenForWakeUp, setWakeUp } from "../../../lib/platform/wake-up";

vi.mock("wxt/browser", async () => ({ browser: (await import("wxt/testing/fake-browser")).fakeBrowser }));
beforeEach(() => fakeBrowser.reset());

test("one alarm every half minute while it is wanted, and none else", async () => {
  await setWakeUp(true);
  await setWakeUp(true);
  expect(await fakeBrowser.alarms.getAll()).toMatchObject([{ periodInMinutes: 0.5 }]);
  await setWakeUp(false);
  expect(await fakeBrowser.alarms.getAll()).toEqual([]);
});

test("the background is started for it", () => {
  const listen = vi.spyOn(fakeBrowser.alarms.onAlarm, "addListener");
  listenForWakeUp();
  expect(listen).toHaveBeenCalledTimes(1);
});
