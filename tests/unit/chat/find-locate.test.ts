import { expect, test } from "vitest";
import type { Spot } from "../../../components/chat/find/hits";
import { locate } from "../../../components/chat/find/locate";
import { patternOf } from "../../../lib/find/pattern";
import { plainOf } from "../../../lib/find/plain";
import { createSplitter, sourceOf } from "../../../lib/markdown/stretches";

const QUERY = "a narwhal";
const TEXT = Array.from({ length: 600 }, (_, i) =>
  i % 50 === 25 ? `Number ${i}: *a* narwhal, and \`a narwhal\`.\n\n` : `${"Some other words. ".repeat(40)}\n\n`,
).join("");
const spot = (nth: number): Spot => ({ messageId: "m", pieceId: "p", nth });

test("every hit of a long text is in the stretch that is said, the so manieth of it", async () => {
  const stretches = createSplitter().update(TEXT);
  expect(stretches.length).toBeGreaterThan(5);
  const pattern = patternOf(QUERY);
  if (!pattern) throw new Error("a query has a pattern");
  const hitsOf = (text: string) => {
    const plain = plainOf(text);
    return [...plain.matchAll(pattern)].map(({ index }) => plain.slice(0, index));
  };
  const numberBefore = (plain: string) => plain.slice(plain.lastIndexOf("Number")).split(":")[0];
  const all = hitsOf(TEXT).map(numberBefore);
  expect(all).toHaveLength(24);
  for (const [nth, number] of all.entries()) {
    const place = await locate(spot(nth), TEXT, QUERY, all.length);
    const stretch = stretches.find(({ from }) => from === place.from);
    const before = stretch && hitsOf(sourceOf(TEXT, stretch))[place.nth];
    expect(before && numberBefore(before), String(nth)).toBe(number);
  }
});

test("what is not in the text any more is where it was said to be", async () => {
  expect(await locate(spot(3), TEXT, "a walrus", 5)).toEqual(spot(3));
});
