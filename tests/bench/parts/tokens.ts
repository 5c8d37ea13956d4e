import { paced } from "../ground/paced";
import { answerInTokens } from "../ground/words";
import { startMeter, type Work } from "../measure/work";
import type { Part } from "./part";

const TOKENS = 20_000;
const WINDOW = 2_000;
const PER_SECOND = 800;

export const BY_TOKENS = {
  id: "by-tokens",
  what: "main thread busy while one answer streams",
  unit: "ms per 1,000 tokens",
  by: "tokens",
} as const;

/** One very long answer: what a token costs at its beginning and at its end. The panel alone. */
export const tokens: Part = async ({ results, ground, arena }) => {
  const [server, { ours, web, browser }] = [await ground(), await arena()];
  await web.leave();
  const session = await server.empty("tokens");
  await ours.openEmpty(session);
  const meter = await startMeter(browser, ours.page);
  const readings: Promise<Work>[] = [];
  const note = (index: number) => {
    if (index % WINDOW === 0) readings.push(meter.read());
  };
  await server.answer(session, paced(answerInTokens(session.title, TOKENS), PER_SECOND, note));
  await ours.readable(session);
  const works = await Promise.all(readings);
  await meter.end();
  works.slice(1).forEach(({ main }, window) => {
    const spent = main - (works[window]?.main ?? Number.NaN);
    results.addAt(BY_TOKENS, (window + 1) * WINDOW, "ours", spent / (WINDOW / 1000));
  });
  await ours.leave();
};
