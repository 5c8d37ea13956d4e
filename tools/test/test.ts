import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ensureTestTools } from "../setup/tests";
import { type Count, countPart } from "./count";
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

/** Vitest's projects, the quick ones first: the last has what time is left. */
const PARTS: Record<string, { limit: number; needsBrowsers: boolean }> = {
  unit: { limit: 6 * MINUTE, needsBrowsers: false },
  fuzz: { limit: 10 * MINUTE, needsBrowsers: false },
  server: { limit: 6 * MINUTE, needsBrowsers: false },
  firefox: { limit: 10 * MINUTE, needsBrowsers: true },
  chromium: { limit: 20 * MINUTE, needsBrowsers: true },
};

const results = new Map<string, Count>();

async function check(name: keyof typeof CHECKS): Promise<void> {
  title(name);
  const { command, limit } = CHECKS[name];
  if ((await run(command, within(limit))) === 0) return;
  console.error(`${name}: failed`);
  results.set(name, { passed: 0, failed: 1 });
}

async function test(part: string, limit: number): Promise<void> {
  title(`Tests: ${part}`);
  const report = `${root}.cache/test/${part}.json`;
  await rm(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run(node("vitest/vitest.mjs", "run", "--project", part, ...reporters), within(limit));
  await endStrays();
  results.set(part, await countPart(report, code, (sentence) => console.error(`${part}: ${sentence}`)));
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
  const unknown = chosen.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(", ")}. The parts: ${Object.keys(PARTS).join(", ")}.`);
    process.exit(2);
  }
  const parts = Object.entries(PARTS).filter(([name]) => chosen.length === 0 || chosen.includes(name));
  await mkdir(`${root}.cache/test`, { recursive: true });

  const needsBrowsers = parts.some(([, part]) => part.needsBrowsers);
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
  for (const [name, { limit, needsBrowsers }] of parts) {
    if (needsBrowsers && !ready) results.set(name, { passed: 0, failed: 1 });
    else await test(name, limit);
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
