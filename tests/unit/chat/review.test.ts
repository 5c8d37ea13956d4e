import { describe, expect, test } from "vitest";
import { placeOf } from "../../../components/review/comments";
import { rowsOf } from "../../../components/review/split";
import { parseDiff } from "../../../components/tools/diff";
import { withoutLarge } from "../../../lib/hub/changes";

const PATCH = `--- a.ts
+++ a.ts
@@ -1,5 +1,3 @@
 one
-two
-three
-four
+TWO
 five
@@ -20,1 +18,2 @@
 twenty
+more
`;
const [file] = parseDiff(PATCH) ?? [];
const lines = file?.lines ?? [];

describe("a diff side by side", () => {
  test("has removed lines beside those in their place, and what is the same on both sides", () => {
    expect(rowsOf(lines).map(({ before, after }) => [before?.text, after?.text])).toEqual([
      ["one", "one"],
      ["two", "TWO"],
      ["three", undefined],
      ["four", undefined],
      ["five", "five"],
      ["", ""],
      ["twenty", "twenty"],
      [undefined, "more"],
    ]);
  });

  test("loses no line", () => {
    const shown = new Set(rowsOf(lines).flatMap(({ before, after }) => [before, after]));
    expect(lines.every((line) => shown.has(line))).toBe(true);
  });
});

test("A comment belongs to a line by its number after the change; to a removed one by that before", () => {
  const places = lines.map((line) => placeOf("a.ts", line));
  expect(places.map((place) => place && `${place.line} ${place.side}`)).toEqual([
    "1 after",
    "2 before",
    "3 before",
    "4 before",
    "2 after",
    "3 after",
    undefined,
    "18 after",
    "19 after",
  ]);
});

test("Diffs that are too large, alone or together, are not handed over unasked", () => {
  const change = (path: string, size: number) => ({
    path,
    status: "modified" as const,
    additions: 1,
    deletions: 0,
    patches: ["x".repeat(size)],
  });
  const many = Array.from({ length: 12 }, (_, at) => change(String(at), 190_000));
  const kept = withoutLarge([change("large", 200_001), ...many]);
  expect(kept.filter(({ patches }) => patches === undefined).map(({ path }) => path)).toEqual(["large", "10", "11"]);
});
