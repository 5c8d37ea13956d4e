/** Measures the panel beside OpenCode's own web UI: `npm run bench -- --help`. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "../../tools/browser/install";
import { findBinary } from "../../tools/opencode/binary";
import { createGround, type Ground } from "./ground/ground";
import { closeAll } from "./measure/closing";
import { readOptions } from "./options";
import { PARTS } from "./parts";
import type { Bench } from "./parts/part";
import { judge } from "./report/budgets";
import { chart } from "./report/chart";
import { currentLoad, toFile } from "./report/file";
import { createResults, type Results } from "./report/results";
import { table } from "./report/table";
import { type Arena, openArena } from "./sides/browser";

const root = fileURLToPath(new URL("../../", import.meta.url));

async function main(): Promise<void> {
  const { pairs, parts, check } = readOptions(process.argv.slice(2));
  const load = currentLoad();
  if (load > cpus().length / 2) console.warn(`Other programs are busy (load ${load}): the times will be theirs, too.`);
  await ensureChromium(console.log);
  const { results, chromium, failed } = await measure(pairs, parts);
  const verdicts = judge(results);
  console.log(`\n${table(results, verdicts)}`);

  if (failed.length > 0) console.error(`\nNot measured: ${failed.join(", ")}`);
  const isWhole = failed.length === 0 && parts.length === Object.keys(PARTS).length;
  const folder = `${root}${isWhole && !check ? "docs" : ".cache/bench"}`;
  await mkdir(folder, { recursive: true });
  const { version: nexus } = JSON.parse(await readFile(`${root}package.json`, "utf8")) as { version: string };
  const versions = { nexus, opencode: (await findBinary()).version, chromium };
  const file = toFile(results, versions, pairs, load);
  await writeFile(`${folder}/bench.json`, `${JSON.stringify(file, null, 2)}\n`);
  await writeFile(`${folder}/bench.svg`, chart(file));
  console.log(`\n${folder}/bench.json and bench.svg`);
  if (failed.length > 0) process.exitCode = 1;
  if (check && verdicts.some(({ met, portable }) => portable && !met)) process.exitCode = 1;
}

interface Measured {
  results: Results;
  /** Its version. */
  chromium: string;
  /** Names of the parts that did not come to their end. */
  failed: string[];
}

async function measure(pairs: number, parts: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const seconds = () => String(Math.round((performance.now() - started) / 1000)).padStart(4);
  const say = (line: string) => console.log(`${seconds()} s  ${line}`);
  let ground: Promise<Ground> | undefined;
  let arena: Promise<Arena> | undefined;
  const failed: string[] = [];
  let chromium = "";
  const bench: Bench = {
    results: createResults(say),
    pairs,
    ground() {
      ground ??= createGround();
      return ground;
    },
    arena() {
      arena ??= bench.ground().then(openArena);
      return arena;
    },
  };
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (!parts.includes(name)) continue;
      say(name);
      try {
        await part(bench);
      } catch (error) {
        failed.push(name);
        console.error(error);
        // Whatever has gone wrong there must not be the next part's beginning.
        await (await arena)?.close();
        arena = undefined;
      }
    }
    chromium = (await bench.arena()).browser.version();
  } finally {
    await (await arena)?.close();
    await (await ground)?.close();
  }
  return { results: bench.results, chromium, failed };
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void closeAll().finally(() => process.exit(1)));
}
// What failed on its way up has left what it stands on.
await main().finally(closeAll);
