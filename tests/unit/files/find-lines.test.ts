import { describe, expect, test } from "vitest";
import { firstFrom, hitsIn, rangeWithin } from "../../../components/files/find-lines";
import { patternOf } from "../../../lib/find/pattern";

describe("what is found in a file", () => {
  const lines = ["Tide and tide", "nothing", "the  tide", "a.b"];
  const hits = (query: string) =>
    hitsIn(lines, patternOf(query) ?? /$^/g).map(({ line, nth, end }) => [line, nth, end]);

  test("has its line, how often it was there before, and where it ends; in any case, with any white space", () => {
    expect(hits("tide")).toEqual([
      [1, 0, 4],
      [1, 1, 13],
      [3, 0, 9],
    ]);
    expect(hits("the tide")).toEqual([[3, 0, 9]]);
    expect(hits(".")).toEqual([[4, 0, 2]]);
  });

  test("begins where the reader is, and else at the top", () => {
    const found = hitsIn(lines, /tide/gi);
    expect([1, 2, 3, 4].map((line) => firstFrom(found, line))).toEqual([0, 2, 2, 0]);
    expect(firstFrom([], 1)).toBe(0);
  });
});

test.each([
  ["12", [12, 12]],
  [" 3 - 9 ", [3, 9]],
  ["9-3", [3, 9]],
  ["0", [1, 1]],
  ["15–99", [15, 20]],
  ["", undefined],
  ["-4", undefined],
  ["line 4", undefined],
])("%j are lines of a file of 20", (words, range) => {
  expect(rangeWithin(words, 20)).toEqual(range);
});
