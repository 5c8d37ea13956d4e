import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** `npm run fuzz`: any number of schedules from any seed; a failing one is run again by its seed and path. */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "10000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    path: { type: "string", default: "" },
  },
});
const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const env = { ...process.env, FUZZ_RUNS: values.runs, FUZZ_SEED: values.seed, FUZZ_PATH: values.path };
console.log(`${values.runs} schedules from seed ${values.seed}`);
// A path belongs to the one share that starts from exactly this seed.
const files = values.path === "" ? [] : ["tests/fuzz/share-0.test.ts"];
const args = [vitest, "run", "--project", "fuzz", ...files];
const { status } = spawnSync(process.execPath, args, { stdio: "inherit", env });
process.exit(status ?? 1);
