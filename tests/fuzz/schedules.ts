import * as fc from "fast-check";
import { expect, it } from "vitest";
import { schedule } from "./commands";
import { run } from "./run";

/** Test files that share the schedules, each in a process of its own. */
const SHARES = 2;

const runs = Math.ceil(Number(process.env.FUZZ_RUNS ?? 2_000) / SHARES);
const firstSeed = Number(process.env.FUZZ_SEED ?? 7);
const path = process.env.FUZZ_PATH;

/** Tests one share of the schedules, drawn from a seed of its own. */
export function testShare(share: number): void {
  const seed = firstSeed + share;
  it(`after any of ${runs} schedules from seed ${seed} the state is the server's, and no prompt is lost or doubled`, async () => {
    const property = fc.asyncProperty(schedule, async (one) => {
      expect(await run(one)).toEqual([]);
    });
    await fc.assert(property, { numRuns: runs, seed, ...(path ? { path } : {}) });
  }, 0);
}
