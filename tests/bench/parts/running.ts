import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Step, tool } from "../../../tools/model/steps";
import type { Seeded } from "../ground/ground";
import { paced } from "../ground/paced";
import { answerInTokens } from "../ground/words";
import { startMeter } from "../measure/work";
import { countWrites } from "../measure/writes";
import type { Part } from "./part";

const COUNTS = [1, 3, 10];
const PER_SECOND = 20;
/** Seconds that are measured; the sessions begin before and end after. */
const MEASURED = 30;
const MARGIN = 3;
/** Seconds of words between two calls of a tool. */
const ROUND = 3;
/** What is read: 3 kB. */
const FILE = "harbour.txt";
const LINES = 100;

export const BY_RUNNING = {
  id: "by-running",
  what: "main thread busy, one session open",
  unit: "ms per second",
  by: "running sessions",
} as const;
export const ALL_BY_RUNNING = {
  id: "all-by-running",
  what: "renderers' processor time",
  unit: "ms per second",
  by: "running sessions",
} as const;
export const WRITES_BY_RUNNING = {
  id: "writes-by-running",
  what: "storage writes",
  unit: "per minute",
  by: "running sessions",
} as const;
export const BYTES_BY_RUNNING = {
  id: "bytes-by-running",
  what: "bytes written to storage",
  unit: "bytes per token",
  by: "running sessions",
} as const;

/** Several sessions work at once, each of them opened before, the first on show. The panel alone. */
export const running: Part = async ({ results, ground, arena }) => {
  const [server, { ours, web, browser, nexus }] = [await ground(), await arena()];
  await web.leave();
  await writeFile(join(server.stage.workspace.directory, FILE), "The moon's part is the largest.\n".repeat(LINES));
  for (const count of COUNTS) {
    const sessions = await Promise.all(Array.from({ length: count }, () => server.empty("running")));
    const [shown, ...others] = sessions;
    if (!shown) continue;
    await ours.openEmpty(shown);
    let isOver = false;
    const turns = sessions.map((session) =>
      server.work(
        session,
        rounds(session, () => isOver),
      ),
    );
    // What is held of a conversation that nobody has opened is stored by nobody.
    for (const session of [...others, shown]) if (count > 1) await ours.turnTo(session);
    await wait(MARGIN * 1000);
    const writes = await countWrites(nexus.chromium);
    const meter = await startMeter(browser, ours.page);
    await wait(MEASURED * 1000);
    const { main, renderers, took } = await meter.read();
    const { count: written, bytes } = await writes.end();
    await meter.end();
    results.addAt(BY_RUNNING, count, "ours", (main / took) * 1000);
    results.addAt(ALL_BY_RUNNING, count, "ours", (renderers / took) * 1000);
    results.addAt(WRITES_BY_RUNNING, count, "ours", (written / took) * 60_000);
    results.addAt(BYTES_BY_RUNNING, count, "ours", bytes / ((count * PER_SECOND * took) / 1000));
    isOver = true;
    await Promise.all(turns);
    await ours.leave();
  }
};

/** What an agent does: some words, a file that it reads, more words … until it is to end. */
function rounds({ title, directory }: Seeded, isOver: () => boolean): () => AsyncIterable<Step> | undefined {
  let round = 0;
  return () => {
    if (isOver()) return undefined;
    round += 1;
    const pieces = answerInTokens(`${title}-${round}`, ROUND * PER_SECOND);
    return thenReads(paced(pieces.slice(0, ROUND * PER_SECOND), PER_SECOND), join(directory, FILE));
  };
}

async function* thenReads(words: AsyncIterable<Step>, filePath: string): AsyncGenerator<Step> {
  yield* words;
  yield tool("read", { filePath });
}
