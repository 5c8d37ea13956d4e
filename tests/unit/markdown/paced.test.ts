// @vitest-environment jsdom
import { createRenderEffect, createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPaced } from "../../../components/chat/markdown/paced";

let now = 0;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Shows growing text that takes `cost` milliseconds each time, on a clock that only the test moves. */
function setUp(cost: number) {
  const shown: string[] = [];
  const [text, setText] = createSignal("");
  const [streaming, setStreaming] = createSignal(true);
  const dispose = createRoot((end) => {
    const paced = createPaced(text, streaming);
    createRenderEffect(() => {
      shown.push(paced());
      now += cost;
    });
    return end;
  });
  return { shown, setText, setStreaming, dispose };
}

test("cheap text is shown as it comes", () => {
  const { shown, setText, dispose } = setUp(1);
  for (const text of ["a", "ab", "abc"]) setText(text);
  expect(shown).toEqual(["", "a", "ab", "abc"]);
  dispose();
});

test("text that has become dear to show comes with pauses, and none of it is lost", () => {
  const { shown, setText, dispose } = setUp(20);
  for (const text of ["a", "ab", "abc", "abcd"]) setText(text);
  expect(shown).toEqual(["", "a", "ab"]);
  vi.advanceTimersByTime(20 * 8);
  expect(shown.at(-1)).toBe("abcd");
  dispose();
});

test("the whole text is shown at once when streaming ends", () => {
  const { shown, setText, setStreaming, dispose } = setUp(20);
  for (const text of ["a", "ab", "abc", "abcd"]) setText(text);
  setStreaming(false);
  expect(shown.at(-1)).toBe("abcd");
  expect(vi.getTimerCount()).toBe(0);
  dispose();
});
