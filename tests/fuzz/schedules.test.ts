import * as fc from "fast-check";
import { expect, it, vi } from "vitest";
import { schedule } from "./commands";
import { run } from "./run";

vi.mock("wxt/browser", async () => ({ browser: (await import("./client/storage")).simulatedBrowser }));

const runs = Number(process.env.FUZZ_RUNS ?? 250);
const seed = Number(process.env.FUZZ_SEED ?? 7);
const path = process.env.FUZZ_PATH;

it(`after any of ${runs} schedules the state is the server's, and no prompt is lost or doubled`, async () => {
  const property = fc.asyncProperty(schedule, async (one) => {
    expect(await run(one)).toEqual([]);
  });
  await fc.assert(property, { numRuns: runs, seed, ...(path ? { path } : {}) });
}, 0);
