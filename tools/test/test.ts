import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rememberBinary } from "../opencode/binary";
import { ensureTestTools } from "../setup/tests";
import { type Count, countRun } from "./count";
import { endStrays, npmRun, run } from "./run";

const root = fileURLToPath(new URL("../../", import.meta.url));
const node = (script: string, ...args: string[]) => [process.execPath, `${root}node_modules/${script}`, ...args];
const MINUTE = 60_000;
/** Everything together; what would begin after that counts as failed. Far above what it takes on two idle processors. */
const deadline = Date.now() + 40 * MINUTE;

/** The steps that are no tests: each passes or counts as one failure. */
const CHECKS = {
  "Build for Chromium": { command: node("wxt/bin/wxt.mjs", "build"), limit: 3 * MINUTE },
  "Build for Firefox": { command: node("wxt/bin/wxt.mjs", "build", "-b", "firefox"), limit: 3 * MINUTE },
  "Format, lint, types": { command: npmRun("check"), limit: 4 * MINUTE },
  Size: { command: node("tsx/dist/cli.mjs", `${root}tools/test/check-size.ts`), limit: MINUTE },
  "Firefox's rules for add-ons": {
    command: node("web-ext/bin/web-ext.js", "lint", "--source-dir", ".output/firefox-mv3"),
    limit: 2 * MINUTE,
  },
};

/**
 * Vitest's projects in the runs that have them, the quick ones first: the last has what time is left. The projects of a run
 * share its workers, so that none waits for another's slowest file. Each with the files that are its own.
 */
const RUNS: { parts: Record<string, RegExp>; limit: number; needsBrowsers: boolean }[] = [
  { parts: { unit: /\/tests\/unit\//, fuzz: /\/tests\/fuzz\// }, limit: 10 * MINUTE, needsBrowsers: false },
  {
    parts: { server: /\/tests\/server\//, firefox: /\.firefox\.test\.ts$/, chromium: /\.chromium\.test\.ts$/ },
    limit: 25 * MINUTE,
    needsBrowsers: true,
  },
];

const results = new Map<string, Count>();

async function check(name: keyof typeof CHECKS): Promise<void> {
  title(name);
  const { command, limit } = CHECKS[name];
  if ((await run(command, within(limit))) === 0) return;
  console.error(`${name}: failed`);
  results.set(name, { passed: 0, failed: 1 });
}

async function test(parts: Record<string, RegExp>, limit: number): Promise<void> {
  const names = Object.keys(parts);
  title(`Tests: ${names.join(", ")}`);
  const report = `${root}.cache/test/${names.join("-")}.json`;
  await rm(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const projects = names.flatMap((name) => ["--project", name]);
  const code = await run(node("vitest/vitest.mjs", "run", ...projects, ...reporters), within(limit));
  await endStrays();
  const counts = await countRun(report, parts, code, (sentence) => console.error(sentence));
  for (const [name, count] of Object.entries(counts)) results.set(name, count);
}

/** As much of a limit as the deadline leaves. */
function within(limit: number): number {
  return Math.max(0, Math.min(limit, deadline - Date.now()));
}

function title(name: string): void {
  console.log(`\n── ${name}`);
}

/** Whether the browsers and the virtual screen are there; if not, the parts that need them count as failed. */
async function hasTools(): Promise<boolean> {
  title("What the tests need");
  try {
    await ensureTestTools((line) => console.log(line));
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

async function main(): Promise<void> {
  const chosen = process.argv.slice(2);
  const known = RUNS.flatMap(({ parts }) => Object.keys(parts));
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(", ")}. The parts: ${known.join(", ")}.`);
    process.exit(2);
  }
  const isWanted = (name: string) => chosen.length === 0 || chosen.includes(name);
  const runs = RUNS.map((run) => ({
    ...run,
    parts: Object.fromEntries(Object.entries(run.parts).filter(([name]) => isWanted(name))),
  })).filter(({ parts }) => Object.keys(parts).length > 0);
  await mkdir(`${root}.cache/test`, { recursive: true });

  const needsBrowsers = runs.some((run) => run.needsBrowsers);
  if (needsBrowsers) {
    await check("Build for Chromium");
    await check("Build for Firefox");
    await check("Size");
  }
  const ready = !needsBrowsers || (await hasTools());
  if (chosen.length === 0) {
    await check("Format, lint, types");
    await check("Firefox's rules for add-ons");
  }
  await rememberBinary();
  for (const { parts, limit, needsBrowsers } of runs) {
    if (!needsBrowsers || ready) await test(parts, limit);
    else for (const name of Object.keys(parts)) results.set(name, { passed: 0, failed: 1 });
  }
  await summarise();
}

async function summarise(): Promise<void> {
  title("All together");
  const total: Count = { passed: 0, failed: 0 };
  for (const [name, { passed, failed }] of results) {
    console.log(`${name}: ${passed} passed, ${failed} failed`);
    total.passed += passed;
    total.failed += failed;
  }
  const isGood = total.failed === 0 && total.passed > 0;
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`, () => process.exit(isGood ? 0 : 1));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => void endStrays().finally(() => process.exit(1)));
}

await main();
