// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { resetBrowser } from "../../support/fake-browser";
import { permission, showRequests } from "./show-requests";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  resetBrowser();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** What was answered is gone, what comes next stands there. */
const soon = () => vi.advanceTimersByTimeAsync(10);
const later = () => vi.advanceTimersByTimeAsync(500);

test("a second click or key in a row is not for the request that takes the place of the one it answered", async () => {
  const set = showRequests("chat", [permission("per_1", "a"), permission("per_2", "a"), permission("per_3", "a")]);
  await later();
  set.click("Allow once");
  await soon();
  expect(set.text()).toContain("echo per_2");
  set.click("Allow once");
  set.allowByKey();
  await soon();
  expect(set.answered).toEqual(["per_1 once"]);
  await later();
  set.allowByKey();
  await soon();
  set.allowByKey();
  set.click("Reject");
  await soon();
  expect(set.answered).toEqual(["per_1 once", "per_2 once"]);
});

test("nor is a click for one that slides in because the other was answered elsewhere", async () => {
  const set = showRequests("chat", [permission("per_1", "a"), permission("per_2", "a")]);
  await later();
  set.settle("per_1");
  set.click("Allow once");
  await soon();
  expect(set.answered).toEqual([]);
});

test("one that the user steps to themselves is answered at once", async () => {
  const set = showRequests("chat", [permission("per_1", "a"), permission("per_2", "a")]);
  await later();
  set.click("Next request");
  set.click("Allow once");
  await soon();
  expect(set.answered).toEqual(["per_2 once"]);
});

test("on cards a click is not for the card that moves to where another was, nor for what is asked next", async () => {
  const set = showRequests("cards", [permission("per_1", "a"), permission("per_2", "b")]);
  await later();
  set.click("Allow once");
  await soon();
  set.click("Allow once");
  await soon();
  expect(set.answered).toHaveLength(1);
  await later();
  set.click("Allow once");
  await soon();
  expect(set.answered).toEqual(["per_1 once", "per_2 once"]);
  set.ask(permission("per_3", "b"));
  set.allowByKey(set.card("b"));
  await soon();
  expect(set.answered).toHaveLength(2);
  await later();
  set.allowByKey(set.card("b"));
  await soon();
  expect(set.answered).toEqual(["per_1 once", "per_2 once", "per_3 once"]);
});
