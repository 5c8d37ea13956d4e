import { writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { text, tool } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { nexus, panel, stage } from "./scene";

beforeEach(() => atHome(panel));

const sheet = () => panel.page.getByRole("dialog", { name: "Changes", exact: true });
const files = () => sheet().getByRole("list", { name: "Changed files" }).getByRole("listitem");
const heads = () => files().getByRole("button", { expanded: false });
/** What the review tells: each file, and how much of it. */
const told = () =>
  heads().evaluateAll((buttons) =>
    buttons.map(
      (button) => `${button.querySelector("bdi")?.textContent} ${button.querySelector("[role=img]")?.ariaLabel}`,
    ),
  );

test("Turns, session and working tree tell their files; a comment on a line arrives in the next prompt", async () => {
  const edit = (filePath: string, oldString: string, newString: string) =>
    tool("edit", { filePath, oldString, newString });
  const left = [
    [
      edit("src/main.ts", "height(3)", "height(6)"),
      tool("write", { filePath: "docs/ports.md", content: "# Ports\n\nBrest\n" }),
      tool("bash", { command: "seq 60000 > numbers.txt", description: "Counts" }),
    ],
    [text("Changed three files.")],
    [edit("src/main.ts", "toFixed(2)", "toFixed(3)")],
    [text("Changed it again.")],
  ];
  stage.model.setScript(() => left.shift() ?? [text("Understood.")]);
  await panel.ask("Change it");
  await panel.button("3 files changed").waitFor();
  await panel.ask("And again");
  await panel.button("1 file changed").waitFor();
  await writeFile(path.join(stage.workspace.directory, "README.md"), "# Tides\n");

  // The turn's, by what stands below its answer: at a file, or at all of them.
  await panel.button("3 files changed").click();
  const turn = panel.page.getByRole("list", { name: "Files changed by this turn" });
  await expect
    .poll(() => turn.getByRole("img").evaluateAll((marks) => marks.map((mark) => mark.ariaLabel)))
    .toEqual(["3 lines added, 0 removed", "60000 lines added, 0 removed", "1 lines added, 1 removed"]);
  await turn.getByRole("button", { name: /^src\/main\.ts/ }).click();
  const unfolded = sheet().locator("[data-changed-file][aria-expanded=true]");
  await expect.poll(() => unfolded.allTextContents()).toEqual(["src/main.ts+1−1"]);
  await expect.poll(() => unfolded.evaluate((head) => head === document.activeElement)).toBe(true);
  await panel.page.keyboard.press("Escape");
  await panel.button("Review all").click();
  const others = ["docs/ports.md 3 lines added, 0 removed", "numbers.txt 60000 lines added, 0 removed"];
  await expect.poll(told).toEqual([...others, "src/main.ts 1 lines added, 1 removed"]);
  // The session's: what both turns come to, in the same line.
  await sheet().getByRole("button", { name: "Session" }).click();
  await expect.poll(told).toEqual([...others, "src/main.ts 1 lines added, 1 removed"]);
  // What is not committed, by whomever.
  await sheet().getByRole("button", { name: "Not committed" }).click();
  await expect.poll(told).toContain("README.md 0 lines added, 2 removed");
  await expect.poll(told).toContain("src/main.ts 1 lines added, 1 removed");
  await sheet().getByRole("button", { name: "Session" }).click();

  await expect.poll(told).toEqual([...others, "src/main.ts 1 lines added, 1 removed"]);
  // A large diff comes when it is asked for.
  const numbers = files().filter({ hasText: "numbers.txt" });
  await numbers.getByRole("button", { name: "numbers.txt" }).click();
  await numbers.getByText("This diff is large.").waitFor();
  await numbers.getByRole("button", { name: "Show it" }).click();
  await numbers.getByRole("button", { name: "Show all (60,000 lines)" }).waitFor();
  await expect.poll(() => numbers.locator("[data-kind=added]").first().textContent()).toBe("1+1");
  await numbers.getByRole("button", { name: "numbers.txt" }).click();

  // By keys: to the last file, which unfolds; the session below has none of them.
  await panel.page.keyboard.type("j");
  const focused = () => panel.page.evaluate(() => document.activeElement?.querySelector("bdi")?.textContent);
  await expect.poll(focused).toBe("src/main.ts");
  await panel.page.keyboard.press("F2");
  await panel.page.keyboard.press("Control+k");
  const found = panel.page.getByRole("option");
  await found.filter({ hasText: "Next file" }).waitFor();
  expect(await found.filter({ hasText: "Rename…" }).count()).toBe(0);
  await panel.page.keyboard.press("Escape");
  await expect.poll(focused).toBe("src/main.ts");
  await panel.page.keyboard.press("c");
  await sheet()
    .getByRole("textbox", { name: /^Comment on line/ })
    .waitFor();
  await panel.page.keyboard.press("Escape");

  const main = files().filter({ hasText: "src/main.ts" });
  // What changed in a line is marked, and code has its colours.
  const unlike = (kind: string, property: "backgroundColor" | "color") =>
    main.locator(`[data-kind=${kind}]`).evaluateAll(
      (lines, name) =>
        lines.flatMap((line) => {
          const words = line.querySelector(":scope > span:last-of-type");
          const own = words ? getComputedStyle(words)[name] : "";
          const pieces = [...(words?.children ?? [])].filter((piece) => getComputedStyle(piece)[name] !== own);
          return pieces.map((piece) => piece.textContent);
        }),
      property,
    );
  await expect.poll(() => unlike("removed", "backgroundColor")).toEqual(["3", "2"]);
  await expect.poll(() => unlike("added", "backgroundColor")).toEqual(["6", "3"]);
  await expect.poll(() => unlike("same", "color")).toContain("import");
  const comment = main.getByRole("button", { name: "Comment on line 3", exact: true }).first();
  await comment.focus();
  await panel.page.keyboard.press("Enter");
  await panel.page.keyboard.type("Use a constant here.");
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.page.keyboard.press("Escape");
  await sheet().getByText("Use a constant here.").waitFor();
  await sheet().getByRole("button", { name: "Edit", exact: true }).click();
  await panel.page.keyboard.press("End");
  await panel.page.keyboard.type(" Please.");
  await sheet().getByRole("button", { name: "Add to message" }).click();
  await sheet().getByText("1 comment goes with your next message.").waitFor();
  await sheet().getByRole("button", { name: "Write it" }).click();

  await panel.button("Remove main.ts:3 Use a constant here. Please.").waitFor();
  await panel.ask("See my comment");
  await panel.answers.getByText("Understood.").waitFor();
  const prompt = stage.model.requests.at(-1)?.prompt ?? "";
  expect(prompt).toContain(
    "File: src/main.ts\nLine: 3\nCode: console.log(height(6).toFixed(3));\n\nUse a constant here. Please.",
  );
  expect(prompt).toContain("See my comment");
});
