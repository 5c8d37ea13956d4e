import { describe, expect, test } from "vitest";
import { median, quantile, summarise } from "../../bench/measure/statistics";
import { OPEN, OPEN_FEW } from "../../bench/parts/open";
import { BY_PART } from "../../bench/parts/part-size";
import { ZIP } from "../../bench/parts/size";
import { LONG_TASKS, STREAM } from "../../bench/parts/stream";
import { BY_TOKENS } from "../../bench/parts/tokens";
import { BUDGETS, judge } from "../../bench/report/budgets";
import { chart } from "../../bench/report/chart";
import { toFile } from "../../bench/report/file";
import { createResults, type Measure } from "../../bench/report/results";
import { table } from "../../bench/report/table";

const silent = () => createResults(() => undefined);

describe("middle and spread", () => {
  test.each([
    [[3], { median: 3, q1: 3, q3: 3, n: 1 }],
    [[4, 1], { median: 2.5, q1: 1.75, q3: 3.25, n: 2 }],
    [[5, 1, 4, 2, 3], { median: 3, q1: 2, q3: 4, n: 5 }],
  ])("of %j, in whatever order they came", (figures, summary) => {
    const before = [...figures];
    expect(summarise(figures)).toEqual(summary);
    expect(median(figures)).toBe(summary.median);
    expect(figures).toEqual(before);
  });

  test("a share lies between neighbours in proportion, and none has none", () => {
    expect(quantile([10, 20], 0.95)).toBeCloseTo(19.5);
    expect([0, 1].map((share) => quantile([7, 9, 8], share))).toEqual([7, 9]);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe("what was measured", () => {
  test("is kept by side and place, and told as it comes", () => {
    const said: string[] = [];
    const results = createResults((line) => said.push(line));
    results.addAt(BY_PART, 2_000, "ours", 30.123456);
    results.addAt(BY_PART, 100, "ours", 10);
    results.addAt(BY_PART, 2_000, "web", 90);
    results.add(ZIP, "ours", 1);
    expect(results.curves[0]?.points).toEqual([
      { at: 100, ours: [10], web: [] },
      { at: 2_000, ours: [30.123456], web: [90] },
    ]);
    expect(results.figures).toEqual([{ ...ZIP, ours: [1], web: [] }]);
    expect(said[0]).toBe(`  ours  ${BY_PART.what}, 2000 characters: 30.12 ms`);
  });
});

describe("a budget", () => {
  const verdictOf = (fill: (add: (measure: Measure, side: "ours" | "web", ...figures: number[]) => void) => void) => {
    const results = silent();
    fill((measure, side, ...figures) => {
      for (const figure of figures) results.add(measure, side, figure);
    });
    return judge(results);
  };

  test("is judged only when all it needs was measured", () => {
    expect(judge(silent())).toEqual([]);
    expect(verdictOf((add) => add(OPEN, "ours", 100))).toEqual([]);
  });

  test("of a ratio is met up to its limit, by medians", () => {
    const at = (ours: number) =>
      verdictOf((add) => {
        add(OPEN, "ours", ours, ours, 1e6);
        add(OPEN, "web", 1_000);
        add(OPEN_FEW, "ours", ours);
      }).map(({ value, met }) => [value, met]);
    expect(at(200)).toEqual([
      [0.2, true],
      [1, true],
    ]);
    expect(at(201)[0]).toEqual([0.201, false]);
  });

  test("of growth compares stretches of a curve", () => {
    const results = silent();
    for (let at = 1_000; at <= 20_000; at += 1_000) results.addAt(BY_TOKENS, at, "ours", at > 14_000 ? 13 : 10);
    expect(judge(results)).toMatchObject([{ value: 1.3, limit: 1.25, met: false, portable: true }]);
  });

  test("of none is missed by one", () => {
    expect(verdictOf((add) => add(LONG_TASKS, "ours", 0))[0]).toMatchObject({ met: true });
    expect(verdictOf((add) => add(LONG_TASKS, "ours", 1))[0]).toMatchObject({ met: false });
  });

  test("has a name of its own", () => {
    expect(new Set(BUDGETS.map(({ what }) => what)).size).toBe(BUDGETS.length);
  });
});

/** Five runs of a figure, one run of a curve's places. */
function someResults() {
  const results = silent();
  for (const ours of [5, 1, 4, 2, 3]) results.add(STREAM, "ours", ours * 100);
  for (const web of [5, 1, 4, 2]) results.add(STREAM, "web", web * 1_000);
  results.addAt(BY_PART, 10_000, "ours", 50);
  results.addAt(BY_PART, 100_000, "ours", 60);
  results.addAt(BY_PART, 100_000, "ours", 62);
  return results;
}

test("the table has medians with their quartiles, ratios, and what became of the budgets", () => {
  const results = someResults();
  const lines = table(results, judge(results)).split("\n");
  const line = (words: string) => lines.find((one) => one.trim().startsWith(words)) ?? "";
  expect(line(STREAM.what)).toMatch(/ 300 \(200–400\) +3,000 \(1,750–4,250\) +0\.10 +ms/);
  expect(line("10,000")).toMatch(/^ +10,000 +50 +ms$/);
  expect(line("100,000")).toMatch(/ 61 \(60\.5–61\.5\) +ms$/);
  expect(line("Main thread for 3,000 tokens")).toMatch(/ 0\.10 +≤ 0\.13 × +ok$/);
  expect(lines.every((one) => one === one.trimEnd())).toBe(true);
});

test("the chart says of each line how often it was measured", () => {
  const svg = chart(toFile(someResults(), { nexus: "1", opencode: "2", chromium: "3" }, 5, 0));
  expect(svg).toContain(`${STREAM.what}, n = 4–5`);
  expect(svg).toContain("n = 1–2");
  expect(svg).not.toMatch(/Median of \d/);
});
