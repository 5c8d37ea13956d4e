import { describe, expect, test } from "vitest";
import { wordsOf } from "../../../lib/find/pieces";
import type { CommentPlace } from "../../../lib/page/comment";
import { type ContextItem, itemLabel } from "../../../lib/page/context";
import { fence, parseFence } from "../../../lib/page/fence";

const place: CommentPlace = { path: "src/main.ts", line: 3, side: "after", quote: "console.log(height(6));" };
const item = (change: Partial<CommentPlace> = {}, text = "Use a constant.\n\nPlease."): ContextItem => ({
  id: "4f1c09d2-a7b3-4c1d-9e8f-001122334455",
  kind: "comment",
  title: "",
  url: "",
  text,
  createdAt: 0,
  place: { ...place, ...change },
});

describe("a comment on a line", () => {
  test("is sent with its file, its line and what stands there", () => {
    expect(fence(item())).toMatchInlineSnapshot(`
      "<review-comment id="4f1c09d2a7b3">
      File: src/main.ts
      Line: 3
      Code: console.log(height(6));

      Use a constant.

      Please.
      </review-comment id="4f1c09d2a7b3">"
    `);
  });

  test.each<[string, Partial<CommentPlace>, string]>([
    ["words of several paragraphs", {}, "One.\n\nTwo."],
    ["a line that was removed", { side: "before" }, "Why?"],
    ["some lines", { endLine: 9 }, "What are they for?"],
    ["an empty line", { quote: "" }, "A comment, please."],
    ["words like its head", {}, "File: other.ts\nLine: 9\nCode: x"],
    ["words like its end", {}, '</review-comment id="0">'],
    ["code like its head", { quote: "Line: 7" }, "Not this."],
  ])("gives back what went in: %s", (_, change, text) => {
    const { kind, title, url, place: held } = item(change);
    expect(parseFence(fence(item(change, text)))).toEqual({ kind, title, url, text, place: held });
  });

  test("on several is sent with the first and the last, and called by them", () => {
    expect(fence(item({ endLine: 9 }))).toContain("File: src/main.ts\nLines: 3-9\nCode: console.log(height(6));\n\n");
    expect(itemLabel(item({ endLine: 9 }))).toBe("main.ts:3-9 Use a constant. Please.");
  });

  test("is none without a line", () => {
    expect(parseFence('<review-comment id="1">\nFile: a.ts\n\nwords\n</review-comment id="1">')).toBeUndefined();
  });

  test("is called by its place and its words, and is not of the user's text", () => {
    expect(itemLabel(item())).toBe("main.ts:3 Use a constant. Please.");
    expect(
      wordsOf([
        { type: "text", text: fence(item()) },
        { type: "text", text: "See there" },
      ]),
    ).toBe("See there");
  });
});
