import { countInMarkdown } from "../../../lib/find/find";
import { hintOf, patternOf } from "../../../lib/find/pattern";
import { createSplitter, sourceOf } from "../../../lib/markdown/stretches";
import type { Place, Spot } from "./hits";

/**
 * Where a spot is in a text that is not on the page as a whole: the stretch it stands in is counted, from the end that is
 * nearer. Lets the page answer in between.
 *
 * @param total how often the text has the query
 */
export async function locate(spot: Spot, text: string, query: string, total: number): Promise<Place> {
  const pattern = patternOf(query);
  if (!pattern) return spot;
  const stretches = createSplitter().update(text);
  const hint = hintOf(query);
  const isNearEnd = spot.nth > total / 2;
  /** Hits to pass on the way. */
  let left = isNearEnd ? total - 1 - spot.nth : spot.nth;
  for (const stretch of isNearEnd ? stretches.toReversed() : stretches) {
    const count = countInMarkdown(sourceOf(text, stretch), pattern, hint);
    if (left < count) return { ...spot, from: stretch.from, nth: isNearEnd ? count - 1 - left : left };
    left -= count;
    if (count > 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return spot;
}
