import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { lastLines, terminalLines, terminalText } from "../../../components/tools/terminal";

const ESC = "\u001b";

describe("a program's output", () => {
  test("keeps its sixteen colours, by our own names for them", () => {
    expect(terminalLines(`${ESC}[32m✓${ESC}[0m ok ${ESC}[1;91mbad`)).toEqual([
      [
        { text: "✓", color: "var(--ansi-green)" },
        { text: " ok " },
        { text: "bad", color: "var(--ansi-bright-red)", marks: "bold" },
      ],
    ]);
  });

  test("keeps looks from line to line, until they end", () => {
    expect(terminalLines(`${ESC}[4;7;33ma\nb${ESC}[27m${ESC}[24m\nc${ESC}[39m d`)).toEqual([
      [{ text: "a", color: "var(--ansi-yellow)", marks: "underline reverse" }],
      [{ text: "b", color: "var(--ansi-yellow)", marks: "underline reverse" }],
      [{ text: "c", color: "var(--ansi-yellow)" }, { text: " d" }],
    ]);
  });

  test("has its other colours made readable, and its grounds", () => {
    const [[table, own, ground] = []] = terminalLines(`${ESC}[38;5;208ma${ESC}[38;5;1mb${ESC}[0;48;2;1;2;3mc`);
    expect(table?.color).toBe("oklch(from #ff8700 clamp(var(--ansi-darkest), l, var(--ansi-lightest)) c h)");
    expect(own?.color).toBe("var(--ansi-red)");
    expect(ground).toMatchObject({ text: "c", ground: expect.stringContaining("#010203") });
  });

  test.each([
    ["progress that is written over", "10%\r50%\r100%\r\ndone", "100%\ndone"],
    ["a progress bar that clears its line", `a\r${ESC}[2K${ESC}[1Gb\r${ESC}[Kc`, "c"],
    ["a spinner", "|\b/\b-\b done", " done"],
    ["line ends of Windows", "a\r\nb\r\n", "a\nb"],
    ["a link", `${ESC}]8;;https://example.org\u0007text${ESC}]8;;${ESC}\\`, "text"],
    ["a title, a bell and another character set", `${ESC}]0;title\u0007${ESC}(Ba\u0007`, "a"],
    ["a sequence of which the end is still to come", `a${ESC}[3`, "a"],
    ["a colour that does not exist", `${ESC}[38;5;999ma${ESC}[38;2;1mb${ESC}[;;mc`, "abc"],
    ["looks that end on a line of their own", `${ESC}[31ma\n${ESC}[0m\n`, "a"],
    ["nothing but sequences", `${ESC}[31m${ESC}[0m\n`, ""],
  ])("is shown as its end state: %s", (_, output, shown) => {
    expect(terminalText(terminalLines(output))).toBe(shown);
  });

  test("goes on in the colour that was set before it was written over", () => {
    expect(terminalLines(`${ESC}[32m10%\r20%`)).toEqual([[{ text: "20%", color: "var(--ansi-green)" }]]);
  });

  test("that grows keeps the lines that have not changed", () => {
    const before = terminalLines("a\nb\n1%");
    const after = terminalLines("a\nb\n1%\r2%\nc", before);
    expect(after.map((line, index) => line === before[index])).toEqual([true, true, false, false]);
  });
});

describe("of a long output", () => {
  const many = terminalLines(Array.from({ length: 5000 }, (_, index) => `line ${index}`).join("\n"));

  test("the last lines are shown", () => {
    expect(terminalText(lastLines(many, 3))).toBe("line 4997\nline 4998\nline 4999");
  });

  test("all is shown when only a line or two would be left out", () => {
    const few = many.slice(0, 5);
    expect(lastLines(few, 3)).toBe(few);
  });

  test("the last characters are shown, with their looks, when it is one line", () => {
    const [line = []] = lastLines(terminalLines(`${"x".repeat(100_000)}${ESC}[31mend`), 12);
    expect(line.map((run) => run.text.length)).toEqual([3997, 3]);
    expect(line.at(-1)).toEqual({ text: "end", color: "var(--ansi-red)" });
  });
});

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test("Every colour can be read on its ground, in light and dark", async () => {
  const colours = await readFile("components/tools/terminal.css", "utf8");
  const tokens = await readFile("components/ui/tokens.css", "utf8");
  const grounds = [...tokens.matchAll(/--sunken: (#\w{6})/g)].map(([, hex = ""]) => luminance(hex));
  const schemes = colours.split("@media").map((css) => [...css.matchAll(/(--ansi[\w-]+): (#\w{6})/g)]);
  expect(schemes.map((scheme) => scheme.length)).toEqual([16, 16]);
  schemes.forEach((scheme, index) => {
    const ground = grounds[index] ?? 0;
    for (const [, name = "", hex = ""] of scheme) {
      const [dark = 0, light = 0] = [ground, luminance(hex)].sort((a, b) => a - b);
      expect((light + 0.05) / (dark + 0.05), name).toBeGreaterThanOrEqual(4.5);
    }
  });
});
