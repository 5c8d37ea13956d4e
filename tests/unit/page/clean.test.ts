import { describe, expect, test } from "vitest";
import { cleanLine, cleanText } from "../../../lib/page/clean";
import { limitText, TEXT_LIMIT } from "../../../lib/page/limit";

describe("text from a page", () => {
  test.each([
    ["Windows and old Mac line breaks become line feeds", "a\r\nb\rc", "a\nb\nc"],
    ["exotic line breaks become line feeds", "a\u2028b\u2029c\u0085d\fe", "a\nb\nc\nd\ne"],
    ["NUL and other controls go, tabs stay", "a\0b\u001b[31mc\td\u009b", "ab[31mc\td"],
    ["lone surrogates become replacement characters", "a\uD83Db\uDC00", "a\uFFFDb\uFFFD"],
    ["overrides that turn letters round go", "user\u202Etxt.exe\u202C\u2066!\u2069", "usertxt.exe!"],
    ["marks that right-to-left prose needs stay", "שלום\u200F! \u061C1\u200E", "שלום\u200F! \u061C1\u200E"],
    ["hidden tag characters go", "hi\u{E0049}\u{E0067}\u{E006E}!", "hi!"],
    ["zero-width spaces, joiners of nothing and byte order marks go", "\uFEFFa\u200Bb\u2060c\u00ADd", "abcd"],
    ["joiners of emoji, Persian and Indic scripts stay", "👩\u200D💻 می\u200Cخواهم", "👩\u200D💻 می\u200Cخواهم"],
    ["one variation selector stays", "❤\uFE0F", "❤\uFE0F"],
    ["bytes hidden in runs of variation selectors go", "😀\u{E0100}\u{E0101}\u{E0150}x", "😀\u{E0100}x"],
    ["ordinary text of many scripts stays", "Grüße, мир, 你好\n\tif (a < b) {}", "Grüße, мир, 你好\n\tif (a < b) {}"],
  ])("%s", (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
    expect(cleanText(expected)).toBe(expected);
  });

  test("fits on one line where a line is wanted", () => {
    expect(cleanLine("  A title\n\twith   breaks\u2028and\0 more ", 100)).toBe("A title with breaks and more");
    expect(cleanLine("abcdef", 4)).toBe("abc…");
    expect(cleanLine("ab😀cd", 4)).toBe("ab…");
  });
});

describe("a long text", () => {
  test("is left alone up to the limit", () => {
    const text = "a".repeat(TEXT_LIMIT);
    expect(limitText(text)).toBe(text);
  });

  test("says in its last line that it was cut, and where", () => {
    const cut = limitText("a".repeat(TEXT_LIMIT + 1));
    expect(cut.split("\n")).toEqual([
      "a".repeat(TEXT_LIMIT),
      "",
      "[Cut here: the first 100,000 of 100,001 characters]",
    ]);
  });

  test("is not cut through a character", () => {
    expect(limitText(`${"a".repeat(TEXT_LIMIT - 1)}😀`)).toContain("a\n\n[Cut here: the first 99,999 of 100,001");
  });

  test("that was cut before says how long it was on the page", () => {
    expect(limitText("abc", 5_000_000)).toBe("abc\n\n[Cut here: the first 3 of 5,000,000 characters]");
  });
});
