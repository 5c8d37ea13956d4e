import { describe, expect, test } from "vitest";
import { wholeHtml } from "./whole";

const html = (text: string): string => wholeHtml(text).replaceAll("\n", "");

describe("links", () => {
  const ATTRIBUTES = 'target="_blank" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer"';

  test.each([
    ["[a](https://example.com/b)", "https://example.com/b"],
    ["[a](HTTP://EXAMPLE.com)", "http://example.com/"],
    ["[a](mailto:a@b.example)", "mailto:a@b.example"],
    ["<https://example.com/?a=1&b=2>", "https://example.com/?a=1&amp;b=2"],
  ])("%s opens without opener or referrer", (text, href) => {
    expect(html(text)).toContain(`<a href="${href}" ${ATTRIBUTES}>`);
  });

  test.each([
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](file:///etc/passwd)",
    "[a](vbscript:x)",
    "[a](chrome-extension://abc/page.html)",
    "[a](blob:https://example.com/x)",
    "[a](src/cart.ts)",
    "[a](#part)",
    "[a](//example.com/x)",
    "[a][b]\n\n[b]: javascript:alert(1)",
  ])("%s is words, no link", (text) => {
    expect(html(text)).not.toContain("<a");
    expect(html(text)).toContain("a");
  });

  test("a title is kept and cannot leave its attribute", () => {
    expect(html('[a](https://b.example "x\\" onclick=\\"y")')).toContain('title="x&quot; onclick=&quot;y"');
  });
});

describe("images", () => {
  test("carry their address where nothing loads it", () => {
    expect(html("![a *b*](https://c.example/d.png)")).toBe('<p><img data-src="https://c.example/d.png" alt="a b"></p>');
  });

  test.each([
    "![a](javascript:alert(1))",
    "![a](file:///x.png)",
    "![a](data:image/svg+xml;base64,PHN2Zz4=)",
    "![a](x.png)",
  ])("%s is its description", (text) => {
    expect(html(text)).toBe("<p>a</p>");
  });

  test("an inlined raster image may be shown", () => {
    expect(html("![a](data:image/png;base64,iVBORw0KGgo=)")).toContain('data-src="data:image/png;base64,');
  });
});

describe("code", () => {
  test.each([
    ["```ts\na\n```", "ts"],
    ["```TypeScript title=x\na\n```", "typescript"],
    ["```c++\na\n```", "c++"],
    ["```\na\n```", ""],
    ["    a", ""],
    ['```"><script>\na\n```', ""],
  ])("%j has its language", (text, language) => {
    expect(html(text)).toBe(`<pre data-md="code" data-lang="${language}"><code>a</code></pre>`);
  });

  test("keeps its own blank lines and loses the one that ends it", () => {
    expect(wholeHtml("```\n\na\n\n```\n")).toContain("<code>\na\n</code>");
  });

  test("is text", () => {
    expect(html("```html\n<img src=x onerror=y>\n```")).toContain("&lt;img src=x onerror=y&gt;");
  });
});

test("a task has a labelled checkbox that cannot be changed", () => {
  expect(html("- [x] a\n- [ ] b")).toBe(
    '<ul><li data-md="task"><input type="checkbox" disabled="" checked="" aria-label="Done"> a</li>' +
      '<li data-md="task"><input type="checkbox" disabled="" aria-label="To do"> b</li></ul>',
  );
});

test("a table scrolls in a region that the keyboard reaches, named by its header", () => {
  expect(html('| `a` | b "c" |\n|---|--:|\n| 1 | 2 |')).toContain(
    '<div data-md="table" role="region" aria-label="Table: a, b &quot;c&quot;" tabindex="0"><table>',
  );
});

test("a short cell of a table stands on one line: no figure is parted from its unit", () => {
  const table = html("| Rise | Why |\n|---|--:|\n| 8.3 % | The rule is an approximation |");
  expect(table).toContain('<td data-md="short">8.3 %</td>');
  expect(table).toContain('<td align="right">The rule is an approximation</td>');
});

test("headings begin below those of the panel and know their own level", () => {
  expect(html("# a\n\n###### b")).toBe('<h2 data-depth="1">a</h2><h2 data-depth="6">b</h2>');
});
