import { beforeAll, expect, test } from "vitest";
import { createGround, type Ground } from "../bench/ground/ground";
import { paced } from "../bench/ground/paced";
import { answerInTokens } from "../bench/ground/words";
import { startMeter, type Work } from "../bench/measure/work";
import { countWrites } from "../bench/measure/writes";
import { type Arena, openArena } from "../bench/sides/browser";
import { late } from "./late";

/** The part of `npm run bench` that says the same on every machine, however busy. */
const ground = late<Ground>("ground");
const arena = late<Arena>("arena");

beforeAll(async () => {
  const created = await createGround();
  ground.set(created);
  return () => created.close();
});
beforeAll(async () => {
  const opened = await openArena(ground.name);
  arena.set(opened);
  return () => opened.close();
});

test("A token costs as much at the end of an answer as at its beginning, and next to no storage", async () => {
  const { ours, browser, nexus } = arena.name;
  const session = await ground.name.empty("stream");
  await ours.openEmpty(session);
  const writes = await countWrites(nexus.chromium);
  const meter = await startMeter(browser, ours.page);
  const works: Promise<Work>[] = [];
  const note = (index: number) => {
    // The first answer of a page also compiles what shows it.
    if ([400, 1_200, 2_000].includes(index)) works.push(meter.read());
  };
  await ground.name.answer(session, paced(answerInTokens(session.title, 2_000), 400, note));
  await ours.readable(session);
  const [start = Number.NaN, middle = Number.NaN, end = Number.NaN] = (await Promise.all(works)).map(
    ({ main }) => main,
  );
  await meter.end();
  expect(end - middle).toBeLessThanOrEqual(2 * (middle - start));
  const { count, bytes } = await writes.end();
  // A write every two seconds at most, of each of four keys.
  expect(count).toBeLessThanOrEqual(20);
  expect(bytes / 2_000).toBeLessThanOrEqual(100);
});
