import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocksToHtml, createBlockParser } from "../../../lib/markdown/blocks";
import { CORPUS, FUZZ } from "./corpus";
import { wholeHtml } from "./whole";

const TIME = 600_000;

test(
  "every example, streamed by characters and cut at every position, ends as what it is at once",
  () => {
    for (const text of CORPUS) {
      const whole = wholeHtml(text);
      const streamed = createBlockParser();
      for (let end = 0; end < text.length; end++) {
        streamed.update(text.slice(0, end), { streaming: true });
        const cut = createBlockParser();
        cut.update(text.slice(0, end), { streaming: true });
        expect(blocksToHtml(cut.update(text)), `${JSON.stringify(text)} cut at ${end}`).toBe(whole);
      }
      expect(blocksToHtml(streamed.update(text)), JSON.stringify(text)).toBe(whole);
    }
  },
  TIME,
);

test(
  "every prefix of an example, as it grows, is what it is at once",
  () => {
    for (const text of CORPUS.filter((_, i) => FUZZ || i % 10 === 3)) {
      const parser = createBlockParser();
      for (let end = 0; end <= text.length; end++) {
        const prefix = text.slice(0, end);
        expect(blocksToHtml(parser.update(prefix)), JSON.stringify(prefix)).toBe(wholeHtml(prefix));
      }
    }
  },
  TIME,
);

describe("examples in a row, in steps of any size", () => {
  const glue = fc.constantFrom(
    "",
    "\n",
    "\n\n",
    "\r\n",
    "  ",
    "\n\n\n",
    "\n> ",
    "\n- ",
    "\n    ",
    "\n| a |\n|-|\n",
    "\0",
  );
  const part = fc.tuple(fc.constantFrom(...CORPUS), glue).map(([text, end]) => text + end);
  const document = fc.array(part, { minLength: 2, maxLength: 6 }).map((parts) => parts.join(""));
  const steps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });
  const runs = FUZZ ? { numRuns: 20_000 } : { numRuns: 300, seed: 1 };

  function* prefixes(text: string, sizes: readonly number[]): Generator<string> {
    let i = 0;
    for (let end = 0; end < text.length; end += sizes[i++ % sizes.length] ?? 1) yield text.slice(0, end);
  }

  test(
    "end as what they are at once after streaming",
    () => {
      fc.assert(
        fc.property(document, steps, (text, sizes) => {
          const parser = createBlockParser();
          for (const prefix of prefixes(text, sizes)) parser.update(prefix, { streaming: true });
          expect(blocksToHtml(parser.update(text))).toBe(wholeHtml(text));
        }),
        runs,
      );
    },
    TIME,
  );

  test(
    "are at every step what they are at once",
    () => {
      fc.assert(
        fc.property(document, steps, (text, sizes) => {
          const parser = createBlockParser();
          for (const prefix of prefixes(text, sizes)) {
            expect(blocksToHtml(parser.update(prefix))).toBe(wholeHtml(prefix));
          }
        }),
        runs,
      );
    },
    TIME,
  );
});
