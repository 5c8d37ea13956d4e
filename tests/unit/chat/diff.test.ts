import { createTwoFilesPatch } from "diff";
import { describe, expect, test } from "vitest";
import { countChanges, parseDiff } from "../../../components/tools/diff";
import { diffPieces, marksOf } from "../../../components/tools/diff-words";
import { languageOf } from "../../../lib/markdown/highlight/languages";

const HUNKS = [
  "--- a/x",
  "+++ b/x",
  "@@ -12,3 +12,3 @@",
  " same",
  "---- removed dashes",
  "+added",
  " ",
  "@@ -40 +40 @@",
  "-o",
  "\\ No newline at end of file",
  "+n",
].join("\n");

describe("a diff", () => {
  test("has the line numbers of both sides, and knows which line took whose place", () => {
    const [file] = parseDiff(HUNKS) ?? [];
    expect(file).toEqual({
      path: "x",
      additions: 2,
      deletions: 2,
      lines: [
        { kind: "same", before: 12, after: 12, text: "same" },
        { kind: "removed", before: 13, text: "--- removed dashes", other: "added" },
        { kind: "added", after: 13, text: "added", other: "--- removed dashes" },
        { kind: "same", before: 14, after: 14, text: "" },
        { kind: "skip", text: "" },
        { kind: "removed", before: 40, text: "o", other: "n" },
        { kind: "added", after: 40, text: "n", other: "o" },
      ],
    });
  });

  test("of several files has each one's path and counts", () => {
    const patch = (name: string, before: string, after: string) => createTwoFilesPatch(name, name, before, after);
    const diff = [patch("/w/a.ts", "a\n", "b\n"), patch("/w/b.ts", "", "c\nd\n"), ""].join("\n");
    expect(parseDiff(diff)).toMatchObject([
      { path: "/w/a.ts", additions: 1, deletions: 1 },
      { path: "/w/b.ts", additions: 2, deletions: 0 },
    ]);
    expect(countChanges(diff)).toEqual({ additions: 3, deletions: 1 });
  });

  test("names what was added, deleted and moved", () => {
    const git = (from: string, to: string, rest: string) => `diff --git a/o b/n\n--- ${from}\n+++ ${to}\n${rest}`;
    expect(parseDiff(git("/dev/null", "b/n", "@@ -0,0 +1 @@\n+x\n"))).toMatchObject([{ path: "n", additions: 1 }]);
    expect(parseDiff(git("a/o", "/dev/null", "@@ -1 +0,0 @@\n-x\n"))).toMatchObject([{ path: "o", deletions: 1 }]);
    expect(parseDiff("diff --git a/o b/n\nrename from o\nrename to n\n")).toMatchObject([{ path: "n", lines: [] }]);
  });

  test.each([
    ["", "nothing"],
    ["no diff at all", "words"],
    ["--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\n-cut", "one that was cut off"],
    ["--- a/x\n", "half a head"],
    ["@@ nonsense @@\n+x", "a hunk without numbers"],
  ])("that cannot be read is none, and does not break: %j (%s)", (diff) => {
    expect(parseDiff(diff)).toBeUndefined();
    expect(countChanges(diff)).toEqual({ additions: 0, deletions: 0 });
  });
});

describe("the words of a changed line", () => {
  const marked = (text: string, other: string) =>
    marksOf({ kind: "added", text, other }).map(([from, to]) => text.slice(from, to));

  test("are told from what stayed", () => {
    expect(marked("const total = sum(items, tax);", "const total = sum(items);")).toEqual([", tax"]);
    expect(marked("  return 1;", "return 1;")).toEqual(["  "]);
  });

  test("are not told of lines that have little in common, of long ones, and of those that replace nothing", () => {
    expect(marked("completely different words here", "import { x } from 'y'")).toEqual([]);
    expect(marked(`a ${"x ".repeat(300)}`, `b ${"x ".repeat(300)}`)).toEqual([]);
    expect(marksOf({ kind: "added", text: "x" })).toEqual([]);
  });

  test("are marked across the tokens of code, and all of the text stays", () => {
    const pieces = diffPieces("const ab = 1", [["const", "keyword"], [" ab = "], ["1", "constant"]], [[6, 12]]);
    expect(pieces).toEqual([
      { text: "const", kind: "keyword", marked: false },
      { text: " ", kind: undefined, marked: false },
      { text: "ab = ", kind: undefined, marked: true },
      { text: "1", kind: "constant", marked: true },
    ]);
    expect(diffPieces("plain", undefined, [])).toEqual([{ text: "plain", kind: undefined, marked: false }]);
    expect(diffPieces("", [], [])).toEqual([]);
  });
});

test.each([
  ["src/Panel.TSX", "tsx"],
  ["/w/Dockerfile", "dockerfile"],
  ["C:\\w\\a.py", "py"],
  ["LICENSE", "license"],
  ["", ""],
])("The language of %j is looked for as %j", (path, language) => {
  expect(languageOf(path)).toBe(language);
});
