import { beforeAll, expect, test } from "vitest";
import { hold } from "../../tools/model/steps";
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

test("Text costs as much at the end of an answer as at its beginning, and next to no storage", async () => {
  const { ours, browser, nexus } = arena.name;
  const session = await ground.name.empty("stream");
  await ours.openEmpty(session);
  const writes = await countWrites(nexus.chromium);
  const meter = await startMeter(browser, ours.page);
  const pieces = answerInTokens(session.title, 2_000);
  const [middle, end] = [hold(), hold()];
  async function* steps() {
    // The first answer of a page also compiles what shows it.
    yield* paced([...pieces.slice(0, 400), "\n\nWarm-up\n\n"], 400);
    yield middle.step;
    yield* paced([...pieces.slice(400, 1_200), "\n\nMiddle\n\n"], 400);
    yield end.step;
    yield* paced(pieces.slice(1_200), 400);
  }
  const works: Work[] = [];
  const readAt = async (word: string) => {
    await ours.readable({ ...session, end: word });
    works.push(await meter.read());
  };
  const answered = ground.name.answer(session, steps());
  await readAt("Warm-up");
  middle.release();
  await readAt("Middle");
  end.release();
  await readAt(session.end);
  await answered;
  await meter.end();
  const [early, late] = [1, 2].map((at) => {
    const [from, to] = [works[at - 1], works[at]];
    if (!from || !to) throw new Error("The answer was not seen whole");
    const updates = to.layouts - from.layouts;
    return { cost: (to.main - from.main) / updates, updates, seconds: (to.took - from.took) / 1_000 };
  });
  // By update: how many of them a busy machine gets done is another matter, but none does more than text so fast is given.
  expect(late?.cost).toBeLessThanOrEqual(2 * (early?.cost ?? Number.NaN));
  expect(late?.updates).toBeLessThanOrEqual(25 * (late?.seconds ?? Number.NaN));
  const { count, bytes } = await writes.end();
  // A write every two seconds at most, of each of four keys.
  expect(count).toBeLessThanOrEqual(20);
  expect(bytes / 2_000).toBeLessThanOrEqual(100);
});
