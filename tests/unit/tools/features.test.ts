import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");
/** What the table's links lead to, in order: the file, and the name of the test in it that shows the row. */
const shown = [...readme.matchAll(/^\[(shown-\w+)\]: (\S+) "([^"]+)"$/gm)].map(
  ([, key = "", file = "", name = ""]) => ({
    key,
    file,
    name,
  }),
);
/** A name where a test begins: not one of a group of tests, nor words in one. */
const NAMED = /^ *test(?:\.each(?:<.*>)?\(.*\))?\(\s*"((?:[^"\\]|\\.)*)"/gm;

describe("The table of what a session can do", () => {
  test("has no yes without a test, and no test that is of no row", () => {
    const rows = [...readme.matchAll(/^\|[^|]*\|([^|]*)\|[^|]*\|$/gm)].map(([, ours = ""]) => ours.trim());
    const yes = rows.filter((cell) => /yes/i.test(cell));
    expect(yes.length).toBeGreaterThan(30);
    const keys = yes.map((cell) => [...cell.matchAll(/\[(shown-\w+)\]/g)].map(([, key = ""]) => key));
    expect(keys.filter((of) => of.length === 0)).toEqual([]);
    expect(keys.flat()).toEqual(shown.map(({ key }) => key));
  });

  test.each(shown)("leads to a test that is there: $name", ({ file, name }) => {
    const names = [...readFileSync(`${root}${file}`, "utf8").matchAll(NAMED)].map(([, named = ""]) => named);
    expect(names).toContain(name);
  });
});
