import { describe, expect, test } from "vitest";
import { createSplitter, sourceOf, stretchAt } from "../../../lib/markdown/stretches";
import { wholeHtml } from "./whole";

const split = (text: string) => createSplitter().update(text);
const sources = (text: string) => split(text).map((stretch) => sourceOf(text, stretch));

const paragraphs = Array.from(
  { length: 2_500 },
  (_, i) => `## Part ${i}\n\nSome *words* ${i}\nin lines.\n\n- a\n- b\n\n`,
);
const code = Array.from({ length: 8_000 }, (_, i) => `const value${i} = "**${i}**";\n`).join("");
const TEXTS: Readonly<Record<string, string>> = {
  paragraphs: paragraphs.join(""),
  "a list": "- an item\n- **another** one\n".repeat(10_000),
  "code, and words around it": `a\n\n\`\`\`ts\n${code}\`\`\`\n\n${"after it\n\n".repeat(20_000)}`,
  "code that never ends": `~~~~ js\n${code}~~~\n\n${code}`,
  "one line": "words without end ".repeat(40_000),
  "one line of pairs": `a${"😀".repeat(150_000)}`,
  "lines of Windows": paragraphs.join("").replaceAll("\n", "\r\n"),
};

describe.each(Object.entries(TEXTS))("%s", (_, text) => {
  test("come in stretches that are all of it, none of them long", () => {
    const stretches = split(text);
    expect(stretches.length).toBeGreaterThan(1);
    expect(stretches.map(({ from, to }) => text.slice(from, to)).join("")).toBe(text);
    for (const { from, to } of stretches) {
      expect(to - from).toBeLessThanOrEqual(200_000);
      expect(text.slice(from, to).isWellFormed()).toBe(true);
    }
  });

  test("come in the same stretches when they have grown, those before the last the same objects", () => {
    const splitter = createSplitter();
    let before = splitter.update("");
    for (let end = 0; end < text.length + 29_989; end += 29_989) {
      const now = splitter.update(text.slice(0, end));
      expect(now.slice(0, before.length - 1).every((stretch, i) => stretch === before[i])).toBe(true);
      before = now;
    }
    expect(before).toEqual(split(text));
  });
});

test.each(["paragraphs", "code, and words around it"])("%s look in stretches as they do in one", (name) => {
  const text = TEXTS[name] ?? "";
  const html = (markdown: string) =>
    wholeHtml(markdown).replaceAll(/<pre data-md="code" data-lang="ts"><code>|<\/code><\/pre>\n/g, "");
  const joined = sources(text).map(html).join("").replaceAll("\n", "");
  expect(joined).toBe(html(text).replaceAll("\n", ""));
});

test("code goes on as code of its language, and ends where it does", () => {
  const [, second, third] = sources(TEXTS["code, and words around it"] ?? "");
  expect(second).toMatch(/^```ts\nconst value/);
  expect(third).toMatch(/^```ts\nconst value|^after/);
  for (const source of sources(TEXTS["code that never ends"] ?? "")) expect(source.startsWith("~~~~ js\n")).toBe(true);
});

test("an offset is in one of them", () => {
  const stretches = split(TEXTS.paragraphs ?? "");
  expect(stretchAt(stretches, 0)).toBe(0);
  expect(stretchAt(stretches, stretches[2]?.from ?? 0)).toBe(2);
  expect(stretchAt(stretches, (stretches[2]?.from ?? 0) - 1)).toBe(1);
  expect(stretchAt(stretches, 1e9)).toBe(stretches.length - 1);
});

test("a text that does not go on from the one before starts afresh", () => {
  const splitter = createSplitter();
  splitter.update(TEXTS.paragraphs ?? "");
  expect(splitter.update("short")).toEqual([{ key: "0", from: 0, to: 5, opening: "" }]);
});
