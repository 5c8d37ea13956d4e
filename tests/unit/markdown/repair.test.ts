import { expect, test } from "vitest";
import { blocksToHtml, createBlockParser } from "../../../lib/markdown/blocks";

const streamed = (text: string): string =>
  blocksToHtml(createBlockParser().update(text, { streaming: true })).replaceAll("\n", "");

test.each([
  ["open strong", "a **bold te", "<p>a <strong>bold te</strong></p>"],
  ["half a closing mark", "a **bold*", "<p>a <strong>bold</strong></p>"],
  ["strong, its space arrived", "a **bold ", "<p>a <strong>bold</strong> </p>"],
  ["a mark without content", "a **", "<p>a </p>"],
  ["open emphasis", "_so", "<p><em>so</em></p>"],
  ["emphasis in strong", "**a *b", "<p><strong>a <em>b</em></strong></p>"],
  ["open strikethrough", "~~ol", "<p><del>ol</del></p>"],
  ["open code", "run `npm te", "<p>run <code>npm te</code></p>"],
  ["a backtick without content", "run `", "<p>run </p>"],
  ["names with underscores", "snake_case_name", "<p>snake_case_name</p>"],
  ["a product, no emphasis", "2 * 3", "<p>2 * 3</p>"],
  ["a link's label", "see [the do", "<p>see the do</p>"],
  ["a link's address", "see [the docs](https://exam", "<p>see the docs</p>"],
  ["strong in a link's label", "see [**the do", "<p>see <strong>the do</strong></p>"],
  ["half an image", "![a pic", "<p></p>"],
  ["half a tag", "a <b", "<p>a </p>"],
  ["a comparison", "a < b", "<p>a &lt; b</p>"],
  ["in a heading", "## The **big", '<h2 data-depth="2">The <strong>big</strong></h2>'],
  ["in an item", "- a\n- **b", "<ul><li>a</li><li><strong>b</strong></li></ul>"],
  ["in a quote", "> **b", "<blockquote><p><strong>b</strong></p></blockquote>"],
  ["an underline on its way", "text\n--", "<p>text</p>"],
  ["a bullet on its way", "text\n\n-", "<p>text</p>"],
  ["a number on its way", "1. a\n2", "<ol><li>a</li></ol>"],
  ["a task on its way", "- a\n- [", "<ul><li>a</li></ul>"],
  ["a fence on its way", "text\n\n``", "<p>text</p>"],
  ["a fence's language on its way", "text\n\n```typ", "<p>text</p>"],
  ["an open fence", "```ts\nlet a", '<pre data-md="code" data-lang="ts"><code>let a</code></pre>'],
  ["a closing fence on its way", "```ts\nlet a\n``", '<pre data-md="code" data-lang="ts"><code>let a</code></pre>'],
])("%s looks as it will", (_, text, html) => {
  expect(streamed(text)).toBe(html);
});

test.each([
  "| Na",
  "| Name | Si",
  "| Name | Size |",
  "| Name | Size |\n",
  "| Name | Size |\n|-",
  "| Name | Size |\n| --- | :",
])("a table's header is a table at once: %j", (text) => {
  expect(streamed(text)).toContain("<table>");
  expect(streamed(text)).toContain('<th scope="col">Na');
});

test("finished blocks are not repaired", () => {
  expect(streamed("a **b\n\nc")).toBe("<p>a **b</p><p>c</p>");
});
