import { describe, expect, it } from "vitest";
import { kindsOf, percentWords } from "../../../components/chat/usage/usage-words";
import { dismissWarning, isWarned } from "../../../components/chat/usage/warned";
import { lineOf } from "../../../components/queue/queue-words";

describe("a full context", () => {
  it("is warned of from four fifths on", () => {
    expect([undefined, 0.5, 0.79, 0.8, 1].map((share) => isWarned("s/1", share))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it("is not warned of again before another twentieth is taken, and for each session by itself", () => {
    dismissWarning("s/2", 0.82);
    expect([0.82, 0.86, 0.88].map((share) => isWarned("s/2", share))).toEqual([false, false, true]);
    expect(isWarned("s/3", 0.82)).toBe(true);
  });

  it("is warned of anew after it was compacted", () => {
    dismissWarning("s/4", 0.9);
    expect(isWarned("s/4", 0.1)).toBe(false);
    expect(isWarned("s/4", 0.85)).toBe(true);
  });

  it("never counts as full before it is", () => {
    expect(percentWords(0.999)).toContain("99");
    expect(percentWords(1)).toContain("100");
  });
});

it("kinds of tokens that a provider does not use are left out", () => {
  const tokens = { input: 5, output: 0, reasoning: 0, cacheRead: 7, cacheWrite: 0 };
  expect(kindsOf(tokens).map(({ name }) => name)).toEqual(["Input", "Output", "Read from cache"]);
});

it("a queued message is a line of its words, and a count of what goes along", () => {
  const parts = [
    { id: "1", type: "text" as const, text: "Look at\n\nthese" },
    { id: "2", type: "file" as const, mime: "text/plain", filename: "a", url: "file:///a" },
    { id: "3", type: "file" as const, mime: "text/plain", filename: "b", url: "file:///b" },
  ];
  expect(lineOf({ prompt: { messageId: "m", parts } })).toEqual({ text: "Look at these", note: "2 files" });
});
