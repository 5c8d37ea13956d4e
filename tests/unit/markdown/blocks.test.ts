import { Lexer } from "marked";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Block, blocksToHtml, createBlockParser } from "../../../lib/markdown/blocks";
import { TRICKY } from "./samples";
import { wholeHtml } from "./whole";

const samples = [...Object.entries(TRICKY), ["all of them", Object.values(TRICKY).join("\n\n")]] as const;

describe.each(samples)("%s", (_, text) => {
  // Each sample is cut at every place; the long one, made of them all, at every eleventh.
  const pace = text.length > 500 ? 11 : 1;

  test("every prefix, as it grows, is what it is when parsed at once", () => {
    const parser = createBlockParser();
    for (let end = 0; end <= text.length; end += pace) {
      const prefix = text.slice(0, end);
      expect(blocksToHtml(parser.update(prefix)), JSON.stringify(prefix)).toBe(wholeHtml(prefix));
    }
  });

  test("the end is the same wherever the text was cut while it streamed", () => {
    const whole = wholeHtml(text);
    for (let cut = 0; cut <= text.length; cut += pace) {
      const parser = createBlockParser();
      parser.update(text.slice(0, cut), { streaming: true });
      expect(blocksToHtml(parser.update(text)), `cut at ${cut}`).toBe(whole);
    }
  });

  test("the end is the same after streaming in characters and in steps of seven", () => {
    for (const step of [1, 7]) {
      const parser = createBlockParser();
      for (let end = 0; end < text.length; end += step) parser.update(text.slice(0, end), { streaming: true });
      expect(blocksToHtml(parser.update(text))).toBe(wholeHtml(text));
    }
  });
});

describe("identity", () => {
  const grow = (from: string, to: string): [readonly Block[], readonly Block[]] => {
    const parser = createBlockParser();
    return [parser.update(from, { streaming: true }), parser.update(from + to, { streaming: true })];
  };

  test("finished blocks stay the same objects while the last one grows", () => {
    const [before, after] = grow("# a\n\nb\n\n```\nc\n```\n\nd", " e");
    expect(after).toHaveLength(4);
    expect(after.slice(0, 3).every((block, i) => block === before[i])).toBe(true);
    expect(after[3]).not.toBe(before[3]);
    expect(after[3]?.key).toBe(before[3]?.key);
  });

  test("finished items of a list stay the same objects while the last one grows", () => {
    const [before, after] = grow("1. a\n2. b\n3. c", " d");
    const [old, list] = [before[0], after[0]];
    if (old?.kind !== "list" || list?.kind !== "list") throw new Error("expected lists");
    expect(list.key).toBe(old.key);
    expect(list.items.map((item, i) => item === old.items[i])).toEqual([true, true, false]);
    expect(list.items[2]?.key).toBe(old.items[2]?.key);
  });

  test("nothing changes if nothing was added", () => {
    const [before, after] = grow("a\n\n- b\n- c\n\n| d |\n|---|\n| e |", "");
    expect(after.every((block, i) => block === before[i])).toBe(true);
  });

  test("a late definition renews only the blocks that use it", () => {
    const [before, after] = grow("[a]\n\n[b]\n\nc\n\n", "[a]: https://example.com\n");
    expect(after.map((block, i) => block === before[i])).toEqual([false, true, true]);
    expect(blocksToHtml(after)).toContain('href="https://example.com/"');
  });

  test("text that does not go on from the text before starts afresh", () => {
    const parser = createBlockParser();
    parser.update("- a\n- b\n- c");
    expect(blocksToHtml(parser.update("# new"))).toBe(wholeHtml("# new"));
  });

  test("keys are unique", () => {
    const keys = createBlockParser()
      .update(Object.values(TRICKY).join("\n\n"))
      .flatMap((block) => [block.key, ...(block.kind === "list" ? block.items.map((item) => item.key) : [])]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the work of a token does not go with the length of the answer", () => {
  afterEach(() => vi.restoreAllMocks());

  const paragraph = "Some words with *emphasis*, `code` and a [link](https://example.com) in them.";
  const answers: [string, (i: number) => string][] = [
    ["paragraphs", () => `${paragraph}\n\n`],
    ["headings and lists", (i) => `## Part ${i}\n- a ${paragraph}\n- b\n\n`],
    ["one long list", (i) => `${i + 1}. ${paragraph}\n`],
    ["one long loose list", (i) => `- ${paragraph} ${i}\n\n`],
    ["one long code block", (i) => `${i === 0 ? "```ts\n" : ""}const value${i} = await compute(${i});\n`],
    ["code and text", (i) => `Now **run** step ${i}:\n\`\`\`sh\nnpm test -- ${i}\n\`\`\`\nIt prints ${i}.\n\n`],
  ];

  test.each(answers)("%s", (_, part) => {
    const lex = vi.spyOn(Lexer.prototype, "blockTokens");
    const parser = createBlockParser();
    let text = "";
    let most = 0;
    for (let i = 0; i < 120; i++) {
      for (const word of part(i).split(/(?<=\s)/)) {
        lex.mockClear();
        text += word;
        parser.update(text, { streaming: true });
        most = Math.max(
          most,
          lex.mock.calls.reduce((sum, [source]) => sum + source.length, 0),
        );
      }
    }
    expect(text.length).toBeGreaterThan(4_000);
    expect(most).toBeLessThan(1_200);
    expect(blocksToHtml(parser.update(text))).toBe(wholeHtml(text));
  });
});
