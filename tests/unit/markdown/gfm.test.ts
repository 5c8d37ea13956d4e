// @vitest-environment jsdom
import { expect, test } from "vitest";
import { blocksToHtml, createBlockParser } from "../../../lib/markdown/blocks";
import { sanitise } from "../../../lib/markdown/sanitise";
import { dangers } from "./dangers";
import { DISALLOWED, GFM } from "./gfm";

const html = (text: string): string => blocksToHtml(createBlockParser().update(text));

/** Without what the panel adds for the keyboard, for screen readers and for safety. */
const bare = (source: string): string =>
  source
    .replaceAll(/ (?:target|rel|referrerpolicy|scope|aria-label|data-md)="[^"]*"/g, "")
    .replaceAll(/<div role="region" tabindex="0">|<\/div>|\n/g, "");

test.each(GFM)("$rule: $text", ({ text, html: expected }) => {
  expect(bare(html(text))).toBe(expected);
});

test.each(DISALLOWED)("no raw HTML that changes how the rest is read: %s", (text) => {
  const nodes = sanitise(html(text));
  expect(dangers(nodes)).toEqual([]);
  expect(nodes.querySelector("title, xmp, noembed, noframes, plaintext")).toBeNull();
  expect(nodes.querySelector("strong, blockquote")).not.toBeNull();
});
