// @vitest-environment jsdom
import { render } from "solid-js/web";
import { expect, test, vi } from "vitest";
import { rangesIn } from "../../../components/chat/find/ranges";
import { Markdown } from "../../../components/chat/markdown";
import { countIn, patternOf } from "../../../lib/find/pattern";
import { plainOf } from "../../../lib/find/plain";

// There are no workers here: code stays without colours, and says so.
vi.spyOn(console, "warn").mockImplementation(() => undefined);

function search(root: Element, query: string): StaticRange[] {
  const pattern = patternOf(query);
  return pattern ? rangesIn(root, pattern) : [];
}

function found(html: string, query: string): string[] {
  const root = document.createElement("div");
  root.innerHTML = html;
  return search(root, query).map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.toString();
  });
}

test("text is found across inline elements, with its own case", () => {
  expect(found("<p>The <b>Z-in</b>dex <code>is</code> above</p>", "z-index is")).toEqual(["Z-index is"]);
  expect(found("<p>ebb</p><p>Ebb and ebb</p>", "ebb")).toEqual(["ebb", "Ebb", "ebb"]);
});

test("text is not found across blocks, nor in a code block's head", () => {
  expect(found("<p>one</p><p>after</p>", "oneafter")).toEqual([]);
  expect(found("<ul><li>one<ul><li>two</li></ul>after</li></ul>", "twoafter")).toEqual([]);
  expect(found("<figure><figcaption>ts Copy</figcaption><pre>copy</pre></figure>", "copy")).toEqual(["copy"]);
});

test.each([
  "a **b** a\n\n- a\n- `a` a\n\n> a\n\n| a | b |\n|-|-|\n| a | a |\n",
  "# a `a`\n\n```ts\nconst a = a;\n```\n\n1. a <b>a</b> & a\n\n   a\n\n[a](https://a.example/a) ~~a~~ \\*a* &amp; a",
  "- [x] a\n- [ ] a _a_\n\na  \na <br> a <!-- a --> https://a.example <a@a.example>",
])("what is shown has as many hits as its source is said to have (%#)", (source) => {
  const host = document.createElement("div");
  const dispose = render(() => <Markdown text={source} streaming={false} />, host);
  for (const query of ["a", "a a", "b", "&"]) {
    const pattern = patternOf(query);
    expect(search(host, query).length, query).toBe(pattern ? countIn(plainOf(source), pattern) : 0);
  }
  expect(search(host, "a").length).toBeGreaterThan(5);
  dispose();
});
