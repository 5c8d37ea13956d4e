import { Lexer } from "marked";
import { afterEach, describe, expect, test, vi } from "vitest";
import { blocksToHtml, createBlockParser } from "../../../lib/markdown/blocks";

afterEach(() => vi.restoreAllMocks());

const DEEP: Readonly<Record<string, string>> = {
  quotes: ">".repeat(10_000),
  "quotes with spaces": `${"> ".repeat(10_000)}a`,
  brackets: `${"[".repeat(10_000)}a${"]".repeat(10_000)}`,
  links: `${"[".repeat(5_000)}a${"](b)".repeat(5_000)}`,
  bullets: `${"- ".repeat(2_000)}a`,
  numbers: `${"1. ".repeat(2_000)}a`,
  emphasis: "*a **a ".repeat(5_000),
  strikethrough: "~~a ".repeat(5_000),
  "white space": `${" ".repeat(20_000)}a`,
  tags: "<a ".repeat(5_000),
  images: "![".repeat(10_000),
};

test.each(Object.entries(DEEP))("deep %s are read, in the stream and at once, and end the same", (_, text) => {
  const streamed = createBlockParser();
  for (const share of [0.3, 0.6, 0.99]) {
    streamed.update(text.slice(0, Math.floor(text.length * share)), { streaming: true });
  }
  expect(blocksToHtml(streamed.update(text))).toBe(blocksToHtml(createBlockParser().update(text)));
});

describe("one block that never ends costs a bounded amount for each of its characters", () => {
  const blocks: [string, string, string][] = [
    ["paragraph", "", "word *em* "],
    ["table", "| a | b |\n|---|---|\n", "| some | *cell* |\n"],
    ["quote", "", "> a *b* c\n"],
    ["list in a list", "- a\n", "  - b *c*\n"],
    ["code in a list", "- a\n\n  ```ts\n", "  let a = 1;\n"],
    ["indented fence", "  ```ts\n", "  let a = 1;\n"],
    ["HTML", "<div>\n", "<b>a</b>\n"],
    ["list", "", "- a *b*\n"],
    ["code", "```ts\n", "let a = 1;\n"],
  ];

  /** Characters lexed for each one that came, between two lengths of the text. */
  function work(first: string, part: string, from: number, to: number): number {
    const lex = vi.spyOn(Lexer.prototype, "blockTokens");
    const parser = createBlockParser();
    let text = first + part.repeat(Math.ceil((from - first.length) / part.length));
    parser.update(text, { streaming: true });
    lex.mockClear();
    const start = text.length;
    while (text.length < to) {
      text += part.repeat(10);
      parser.update(text, { streaming: true });
    }
    const lexed = lex.mock.calls.reduce((sum, [source]) => sum + source.length, 0);
    lex.mockRestore();
    return lexed / (text.length - start);
  }

  test.each(blocks)("%s", (_, first, part) => {
    // Each level of nesting is lexed by itself.
    expect(work(first, part, 10_000, 20_000)).toBeLessThan(40);
    expect(work(first, part, 40_000, 80_000)).toBeLessThan(40);
  });

  test.each(blocks)("%s: nothing of it is missing meanwhile, and its end is exact", (_, first, part) => {
    const parser = createBlockParser();
    let text = first;
    while (text.length < 24_000) {
      text += part.repeat(20);
      parser.update(text, { streaming: true });
    }
    const last = `${part.trimEnd()} LAST`;
    expect(blocksToHtml(parser.update(text + last, { streaming: true }))).toContain("LAST");
    expect(blocksToHtml(parser.update(text + last))).toBe(blocksToHtml(createBlockParser().update(text + last)));
  });
});
