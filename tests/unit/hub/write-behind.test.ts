import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWriteBehind } from "../../../lib/hub/write-behind";
import { pass, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

function setUp({ takes = 0, rest = 0 } = {}) {
  const began = Date.now();
  const written: [at: number, key: string][] = [];
  let [busy, most] = [0, 0];
  const surroundings = {
    now: () => Date.now(),
    timer(ms: number, run: () => void) {
      const id = setTimeout(run, ms);
      return () => clearTimeout(id);
    },
  };
  const behind = createWriteBehind(surroundings, async (key) => {
    written.push([Date.now() - began, key]);
    busy += 1;
    most = Math.max(most, busy);
    if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes));
    busy -= 1;
    return rest;
  });
  return { behind, written, most: () => most };
}

describe("writing behind changes", () => {
  it("is done once for all of them, when the earliest is due", async () => {
    const { behind, written } = setUp();
    behind.mark("a", 10_000);
    behind.mark("a", 2_000);
    behind.mark("a", 5_000);
    behind.mark("b", 3_000);
    expect(behind.length()).toBe(2);
    await pass(20_000);
    expect(written).toEqual([
      [2_000, "a"],
      [3_000, "b"],
    ]);
    expect(behind.length()).toBe(0);
  });

  it("rests after it for as long as it has said, and is done at once when that is asked for", async () => {
    const { behind, written } = setUp({ rest: 30_000 });
    behind.mark("a", 1_000);
    await pass(2_000);
    behind.mark("a", 1_000);
    await pass(20_000);
    expect(written).toEqual([[1_000, "a"]]);
    await pass(20_000);
    expect(written.at(-1)).toEqual([31_000, "a"]);
    behind.mark("a", 1_000);
    await behind.settle("a");
    expect(written.at(-1)).toEqual([42_000, "a"]);
  });

  it("goes on when the clock is set back", async () => {
    const { behind, written } = setUp({ rest: 5_000 });
    behind.mark("a", 0);
    await pass(200);
    vi.setSystemTime(Date.now() - 86_400_000);
    behind.mark("a", 0);
    await pass(6_000);
    expect(written.length).toBe(2);
  });

  it("is not done twice at a time, and what changed during it is written after it", async () => {
    const { behind, written, most } = setUp({ takes: 1_000 });
    behind.mark("a", 0);
    await pass(200);
    behind.mark("a", 0);
    const settled = behind.settle("a");
    await pass(5_000);
    await settled;
    expect(written.length).toBe(2);
    expect(most()).toBe(1);
  });

  it("ends although changes come during each of its writes", async () => {
    let mark = (): void => undefined;
    let count = 0;
    const behind = createWriteBehind({ now: () => 0, timer: () => () => undefined }, async () => {
      count += 1;
      mark();
      return 0;
    });
    mark = () => behind.mark("a", 1_000);
    mark();
    await behind.settle("a");
    expect(count).toBe(1);
    await behind.flush();
    expect(count).toBe(2);
    expect(behind.length()).toBe(1);
  });
});
