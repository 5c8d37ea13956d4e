import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");
/** Each "yes" of the table of features, with the file and the name of the test that shows it. */
const shown = [...readme.matchAll(/\[yes\]\((\S+) "([^"]+)"\)/g)].map(([, file = "", name = ""]) => ({ file, name }));

describe("The table of what a session can do", () => {
  test("has no yes without a test", () => {
    const rows = readme.split("\n").filter((line) => /^\|.*\|.*\|.*\|$/.test(line) && /\|\s*(yes|\[yes\])/i.test(line));
    const ours = rows.map((row) => row.split("|")[2]?.trim() ?? "");
    expect(shown.length).toBeGreaterThan(30);
    expect(ours.filter((cell) => cell.startsWith("yes"))).toEqual([]);
  });

  test.each(shown)("names a test that is there: $name", ({ file, name }) => {
    expect(readFileSync(`${root}${file}`, "utf8")).toContain(name);
  });
});
