/** Measures the panel beside OpenCode's own web UI: `npm run bench -- --help`. */
import { createGround, type Ground } from "./ground/ground";
import { readOptions } from "./options";
import { PARTS } from "./parts";
import type { Bench } from "./parts/part";
import { createResults } from "./report/results";
import { type Arena, openArena } from "./sides/browser";

async function main(): Promise<void> {
  const { pairs, parts } = readOptions(process.argv.slice(2));
  const started = performance.now();
  const say = (line: string) =>
    console.log(`${String(Math.round((performance.now() - started) / 1000)).padStart(4)} s ${line}`);
  let ground: Promise<Ground> | undefined;
  let arena: Promise<Arena> | undefined;
  const bench: Bench = {
    results: createResults(say),
    pairs,
    ground: () => (ground ??= createGround()),
    arena: () => (arena ??= bench.ground().then(openArena)),
  };
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (!parts.includes(name)) continue;
      say(name);
      await part(bench);
    }
  } finally {
    await (await arena)?.close();
    await (await ground)?.close();
  }
}

await main();
