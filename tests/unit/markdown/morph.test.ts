// @vitest-environment jsdom
import { expect, test } from "vitest";
import { createMorpher, ISLANDS, type Island } from "../../../components/chat/markdown/morph";

const parse = (html: string): DocumentFragment => document.createRange().createContextualFragment(html);

test.each([
  ["text that grows", "<p>a</p>", "<p>a b</p>"],
  ["text that becomes elements", "<p>a *b</p>", "<p>a <em>b</em></p>"],
  ["another element", "<p>a</p>", "<h3>a</h3>"],
  ["fewer nodes", "<p>a</p><p>b</p>", "<p>a</p>"],
  ["attributes", '<a href="x" title="y">a</a>', '<a href="z">a</a>'],
  ["nothing left", "<p>a</p>", ""],
])("%s", (_, from, to) => {
  const host = document.createElement("div");
  const morpher = createMorpher(() => undefined);
  morpher.morph(host, parse(from));
  morpher.morph(host, parse(to));
  expect(host.innerHTML).toBe(to);
});

test("nodes that stay what they are stay the same nodes", () => {
  const host = document.createElement("div");
  const morpher = createMorpher(() => undefined);
  morpher.morph(host, parse("<p>a <em>b</em> c</p>"));
  const [em, text] = [host.querySelector("em"), host.querySelector("p")?.lastChild];
  morpher.morph(host, parse("<p>a <em>b</em> c d</p>"));
  expect(host.querySelector("em")).toBe(em);
  expect(host.querySelector("p")?.lastChild).toBe(text);
});

test("islands are updated in place, and disposed of when their place is gone", () => {
  const host = document.createElement("div");
  const disposed: string[] = [];
  const morpher = createMorpher((placeholder): Island | undefined => {
    if (!placeholder.matches(ISLANDS)) return undefined;
    const element = document.createElement("section");
    element.textContent = placeholder.textContent;
    return {
      element,
      update(next) {
        if (!next.matches(ISLANDS)) return false;
        element.textContent = next.textContent;
        return true;
      },
      dispose: () => disposed.push(element.textContent),
    };
  });
  morpher.morph(host, parse('<p>a</p><ul><li><pre data-md="code"><code>b</code></pre></li></ul>'));
  const island = host.querySelector("section");
  morpher.morph(host, parse('<p>a</p><ul><li><pre data-md="code"><code>b c</code></pre></li></ul>'));
  expect(host.querySelector("section")).toBe(island);
  expect(host.innerHTML).toBe("<p>a</p><ul><li><section>b c</section></li></ul>");
  expect(disposed).toEqual([]);
  morpher.morph(host, parse("<p>a</p>"));
  expect(disposed).toEqual(["b c"]);
});
