import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");
/** Each "yes" of the table of features, with the file and the name of the test that shows it. */
const shown = [...readme.matchAll(/^\[(shown-\d+)\]: (\S+) "([^"]+)"$/gm)].map(
  ([, key = "", file = "", name = ""]) => ({
    key,
    file,
    name,
  }),
);

describe("The table of what a session can do", () => {
  test("has no yes without a test", () => {
    const rows = [...readme.matchAll(/^\|[^|]*\|([^|]*)\|[^|]*\|$/gm)].map(([, ours = ""]) => ours.trim());
    const yes = rows.filter((cell) => /yes/i.test(cell));
    expect(yes.length).toBeGreaterThan(30);
    expect(yes).toEqual(shown.map(({ key }) => `[yes][${key}]`));
  });

  test.each(shown)("names a test that is there: $name", ({ file, name }) => {
    expect(readFileSync(`${root}${file}`, "utf8")).toContain(name);
  });
});
