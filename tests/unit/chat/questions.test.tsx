// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { QuestionRequest } from "../../../lib/model";
import { resetBrowser } from "../../support/fake-browser";
import { permission, showRequests } from "./show-requests";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  resetBrowser();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());
const later = () => vi.advanceTimersByTimeAsync(500);

const question = (header: string, labels: string[], multiple = false) => ({
  header,
  question: `Which ${header}?`,
  options: labels.map((label) => ({ label, description: "" })),
  multiple,
  custom: true,
});
const REQUEST: QuestionRequest = {
  type: "question",
  id: "que_1",
  sessionId: "a",
  questions: [
    question("harbour", ["Brest", "Hamburg"]),
    question("units", ["Metres", "Feet", "Fathoms"], true),
    question("moon", ["New", "Full"]),
  ],
};

async function setUp() {
  const set = showRequests("chat", [REQUEST]);
  await later();
  const find = <Kind extends Element>(selector: string) => set.host.querySelector<Kind>(selector);
  return {
    ...set,
    find,
    answers: () => find("[role=radiogroup], form [role=group]"),
    /** What names the options that are on show. */
    asks: () =>
      document.getElementById(find("form [aria-labelledby]")?.getAttribute("aria-labelledby") ?? "")?.textContent,
    chosen: () => [...set.host.querySelectorAll<HTMLInputElement>("form input")].map(({ checked }) => checked),
    own: () => find<HTMLTextAreaElement>("textarea"),
    canAnswer: () => find("form [type=submit]")?.getAttribute("aria-disabled") !== "true",
    said: () => find("form [role=status]")?.textContent,
  };
}

test("one goes back and forth between questions freely, and answers when all have an answer", async () => {
  const { answers, answered, asks, canAnswer, click, own, said, text } = await setUp();
  expect([answers()?.role, asks(), said()]).toEqual(["radiogroup", "Which harbour?", ""]);
  click("Next");
  expect([answers()?.role, asks(), said()]).toEqual(["group", "Which units?", "Question 2: Which units?"]);
  click("Next");
  expect([text(), canAnswer()]).toEqual([expect.stringContaining("No answer yet to questions 1, 2, 3"), false]);
  click("Answer");
  click("Back");
  click("Back");
  expect(asks()).toBe("Which harbour?");
  const area = own();
  if (area) area.value = "Saint-Malo\nor Brest";
  area?.dispatchEvent(new InputEvent("input", { bubbles: true }));
  click("Next");
  click("Next");
  expect(text()).toContain("No answer yet to questions 2, 3");
  expect(answered).toEqual([]);
});

test("digits choose options, and are written in a field", async () => {
  const { answered, asks, chosen, find, own, press } = await setUp();
  press("2");
  press("9");
  expect(chosen()).toEqual([false, true, false]);
  press("1", own());
  expect(chosen()).toEqual([false, true, false]);
  press("Enter", document.body, { altKey: true });
  expect(asks()).toBe("Which units?");
  press("3", find("form input"));
  press("1", find("form input"));
  expect(chosen()).toEqual([true, false, true, false]);
  press("Enter", own());
  press("1");
  press("Enter", own(), { shiftKey: true });
  expect(answered).toEqual([]);
  press("Enter", own());
  expect(answered).toEqual(['que_1 [["Hamburg"],["Metres","Fathoms"],["New"]]']);
});

test("a question is dismissed by its key", async () => {
  const { answered, press } = await setUp();
  press("Backspace", document.body, { altKey: true, shiftKey: true });
  expect(answered).toEqual(["que_1 dismissed"]);
});

test("what was chosen and written for a question that has gone can be put into the composer", async () => {
  const { click, drafts, host, onWrite, press, own, settle, text } = await setUp();
  press("1");
  click("Next");
  const area = own();
  if (area) area.value = "Cables";
  area?.dispatchEvent(new InputEvent("input", { bubbles: true }));
  settle("que_1");
  await later();
  expect(text()).toContain("The question is gone. You had written: Brest\nCables");
  drafts.change("s/a", { text: "Half a th" });
  click("Put in composer");
  expect(drafts.get("s/a")).toEqual({ text: "Half a th\n\nBrest\nCables", context: [] });
  expect([host.textContent, onWrite.mock.calls.length]).toEqual(["", 1]);
});

test("nothing is said of one that the user has answered, nor of one for which nothing was written", async () => {
  const { answered, ask, click, press, settle, text } = await setUp();
  for (const digit of ["1", "1", "1"]) {
    press(digit);
    click("Next");
  }
  click("Answer");
  await later();
  await later();
  expect([answered.length, text()]).toEqual([1, ""]);
  ask({ ...REQUEST, id: "que_2" });
  await later();
  click("Next");
  settle("que_2");
  await later();
  expect(text()).toBe("");
});

test("a reason that is being written is put aside by Escape and kept, also when its request goes", async () => {
  const set = showRequests("chat", [permission("per_1", "a")]);
  await later();
  const area = () => set.host.querySelector("textarea");
  const explain = () =>
    set.commands
      .offered(null)
      .find(({ command }) => command.id === "request.explain")
      ?.run();
  explain();
  const begun = area();
  if (begun) begun.value = "Use the attic";
  begun?.dispatchEvent(new InputEvent("input", { bubbles: true }));
  set.press("Escape", begun);
  expect([area(), set.text()]).toEqual([null, expect.stringContaining("“Use the attic”")]);
  explain();
  expect(area()?.value).toBe("Use the attic");
  set.settle("per_1");
  await later();
  expect(set.text()).toBe("The request is gone. You had written: Use the atticDropPut in composer");
  set.click("Drop");
  expect([set.text(), set.drafts.get("s/a").text]).toEqual(["", ""]);
});
