import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rememberBinary } from "../opencode/binary";
import { ensureTestTools } from "../setup/tests";
import { type Count, countRun } from "./count";
import { endStrays, npmRun, run } from "./run";

const root = fileURLToPath(new URL("../../", import.meta.url));
const node = (script: string, ...args: string[]) => [process.execPath, `${root}node_modules/${script}`, ...args];
const MINUTE = 60_000;
const begun = Date.now();
/** Everything together; what would begin after that counts as failed. Far above what it takes on two idle processors. */
const deadline = begun + 40 * MINUTE;

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

/** One check after the other, beside whatever else runs: what each says is shown when it has ended. */
async function check(...names: (keyof typeof CHECKS)[]): Promise<void> {
  for (const name of names) {
    const { command, limit } = CHECKS[name];
    let output = "";
    const code = await run(command, within(limit), (more) => {
      output += more;
    });
    title(name);
    process.stdout.write(output);
    if (code === 0) continue;
    console.error(`${name}: failed`);
    results.set(name, { passed: 0, failed: 1 });
  }
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
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(`\n── ${name} (${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")})`);
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
  const ready = !needsBrowsers || (await hasTools());
  await rememberBinary();
  const isAll = chosen.length === 0;
  const builds = needsBrowsers ? (["Build for Chromium", "Build for Firefox"] as const) : [];
  // Each keeps one processor busy at a time.
  await Promise.all([
    check(...builds.slice(0, 1), ...(isAll ? (["Format, lint, types"] as const) : [])),
    check(...builds.slice(1), ...(isAll ? (["Firefox's rules for add-ons"] as const) : [])),
  ]);
  if (needsBrowsers) await check("Size");
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
