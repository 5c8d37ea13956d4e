import { setTimeout as wait } from "node:timers/promises";
import { type Step, text } from "../../../tools/model/steps";

/**
 * Streams pieces at a steady rate, as no timer of its own keeps it: what is late is made up for at once.
 *
 * @param perSecond pieces
 * @param onSent called after each with its number
 */
export async function* paced(
  pieces: readonly string[],
  perSecond: number,
  onSent: (index: number) => void = () => undefined,
): AsyncGenerator<Step> {
  const start = performance.now();
  for (const [index, piece] of pieces.entries()) {
    const early = start + (index * 1000) / perSecond - performance.now();
    if (early > 0) await wait(early);
    yield text(piece);
    onSent(index);
  }
}
