import { describe, expect, test } from "vitest";
import { searchRows } from "../../../components/tools/search-hits";

describe("the answer of a search", () => {
  test("has the files that were found by text, and their lines", () => {
    const output = `Found 3 matches (more matches available)
/work/src/a.ts:
  Line 2: const a = 1;
  Line 14:   Line 3: in the text

C:\\work\\b.ts:
  Line 1: b

(Results truncated. Consider using a more specific path or pattern.)`;
    expect(searchRows(output)).toEqual([
      { type: "note", text: "Found 3 matches (more matches available)" },
      { type: "file", path: "/work/src/a.ts" },
      { type: "line", path: "/work/src/a.ts", line: 2, text: "const a = 1;" },
      { type: "line", path: "/work/src/a.ts", line: 14, text: "  Line 3: in the text" },
      { type: "file", path: "C:\\work\\b.ts" },
      { type: "line", path: "C:\\work\\b.ts", line: 1, text: "b" },
      { type: "note", text: "(Results truncated. Consider using a more specific path or pattern.)" },
    ]);
  });

  test("has the files that were found by name", () => {
    expect(searchRows("/work/a b.ts\n/work/c.ts")).toEqual([
      { type: "file", path: "/work/a b.ts" },
      { type: "file", path: "/work/c.ts" },
    ]);
  });

  test.each(["", "No files found", "  Line 3: of no file", "src/a.ts"])("is words without a path: %j", (output) => {
    expect(searchRows(output)).toBeUndefined();
  });
});
