import { tokens } from "../../../tools/model/tokens";
import { paced } from "../ground/paced";
import { numbered } from "../ground/words";
import { quantile } from "../measure/statistics";
import type { Part } from "./part";

const WORDS = 240;
const PER_SECOND = 50;

export const RECEIVED_P95 = {
  id: "received-painted-p95",
  what: "event in the background → painted, p95",
  unit: "ms",
} as const;
export const RECEIVED_P50 = {
  id: "received-painted-p50",
  what: "event in the background → painted, median",
  unit: "ms",
} as const;
export const SENT_P50 = {
  id: "sent-painted-p50",
  what: "token sent by the model → painted, median",
  unit: "ms",
} as const;
export const SENT_P95 = { id: "sent-painted-p95", what: "token sent by the model → painted, p95", unit: "ms" } as const;

/** Runs in the background: notes when the bytes of each numbered word arrive. */
const NOTE_ARRIVALS = `(() => {
  globalThis.arrivals = {};
  const { decode } = TextDecoder.prototype;
  TextDecoder.prototype.decode = function (...args) {
    const at = performance.timeOrigin + performance.now();
    const text = decode.apply(this, args);
    for (const [, digits] of text.matchAll(/"delta":"(?:\\\\n|\\s)*n(\\d+)/g)) arrivals[digits] ??= at;
    return text;
  };
})()`;

export const latency: Part = async ({ results, pairs, ground, arena }) => {
  const [server, { ours, web, nexus }] = [await ground(), await arena()];
  for (let pair = 0; pair < pairs; pair++) {
    for (const side of [ours, web]) {
      const session = await server.empty("latency");
      await side.openEmpty(session);
      if (side === ours) await nexus.chromium.evaluateInWorker(NOTE_ARRIVALS);
      await side.page.evaluate(() => window.probe.watchNumbers());
      const sent: number[] = [];
      const note = (index: number) => {
        sent[index] = performance.timeOrigin + performance.now();
      };
      await server.answer(session, paced(tokens(numbered(session.title, WORDS)), PER_SECOND, note));
      await side.readable(session);
      const painted = await side.page.evaluate(() => window.probe.numbers());
      const since = (times: Record<number, number>) =>
        Object.entries(painted).flatMap(([word, at]) => at - (times[Number(word)] ?? Number.NaN) || []);
      if (since({ ...sent }).length < WORDS * 0.9)
        throw new Error(`${side.name}: too few words were seen being painted`);
      results.add(SENT_P50, side.name, quantile(since({ ...sent }), 0.5));
      results.add(SENT_P95, side.name, quantile(since({ ...sent }), 0.95));
      if (side === ours) {
        const arrivals = (await nexus.chromium.evaluateInWorker("arrivals")) as Record<number, number>;
        results.add(RECEIVED_P50, "ours", quantile(since(arrivals), 0.5));
        results.add(RECEIVED_P95, "ours", quantile(since(arrivals), 0.95));
      }
      await side.leave();
    }
  }
};
