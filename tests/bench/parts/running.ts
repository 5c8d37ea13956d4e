import { setTimeout as wait } from "node:timers/promises";
import { paced } from "../ground/paced";
import { answerInTokens } from "../ground/words";
import { startMeter } from "../measure/work";
import { countWrites } from "../measure/writes";
import type { Part } from "./part";

const COUNTS = [1, 3, 10];
const PER_SECOND = 20;
/** Seconds that are measured; the answers begin before and end after. */
const MEASURED = 20;
const MARGIN = 3;

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

/** Several sessions answer at once, one of them on show. The panel alone. */
export const running: Part = async ({ results, ground, arena }) => {
  const [server, { ours, web, browser, nexus }] = [await ground(), await arena()];
  await web.leave();
  for (const count of COUNTS) {
    const sessions = await Promise.all(Array.from({ length: count }, () => server.empty("running")));
    const [shown] = sessions;
    if (!shown) continue;
    await ours.openEmpty(shown);
    const pieces = (MEASURED + 2 * MARGIN) * PER_SECOND;
    const answers = sessions.map((session) =>
      server.answer(session, paced(answerInTokens(session.title, pieces), PER_SECOND)),
    );
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
    await Promise.all(answers);
    await ours.leave();
  }
};
