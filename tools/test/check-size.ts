/** Says how large the built extension is, and fails beyond its budget. */
import { fileURLToPath } from "node:url";
import { compressedSize, firstScripts, zippedSize } from "./size";

const output = fileURLToPath(new URL("../../.output/", import.meta.url));
/** Bytes. The panel starts with `script`; `zip` is what a user downloads. */
const BUDGET = { script: 120_000, zip: 1_000_000 };
const BUILDS = { Chromium: "chrome-mv3", Firefox: "firefox-mv3" };

function judge(what: string, bytes: number, budget: number): boolean {
  const kB = (size: number) => (size / 1000).toFixed(1);
  const isGood = bytes <= budget;
  console.log(`${what}: ${kB(bytes)} kB of ${kB(budget)} kB${isGood ? "" : ", too much"}`);
  return isGood;
}

async function main(): Promise<void> {
  const verdicts: boolean[] = [];
  for (const [browser, name] of Object.entries(BUILDS)) {
    const folder = output + name;
    const scripts = await firstScripts(folder, "sidepanel.html");
    if (scripts.length === 0) throw new Error(`${name}/sidepanel.html names no script.`);
    const script = await compressedSize(folder, scripts);
    verdicts.push(judge(`${browser}, the panel's first JavaScript, compressed`, script, BUDGET.script));
    verdicts.push(judge(`${browser}, zipped`, await zippedSize(folder), BUDGET.zip));
  }
  if (verdicts.includes(false)) process.exitCode = 1;
}

await main();
