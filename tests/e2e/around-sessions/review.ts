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
    ],
    [text("Changed two files.")],
    [edit("src/main.ts", "toFixed(2)", "toFixed(3)")],
    [text("Changed it again.")],
  ];
  stage.model.setScript(() => left.shift() ?? [text("Understood.")]);
  await panel.ask("Change it");
  await panel.button("2 files changed").waitFor();
  await panel.ask("And again");
  await panel.button("1 file changed").waitFor();
  const large = `# Tides\n${"High water comes twice a day.\n".repeat(8_000)}`;
  await writeFile(path.join(stage.workspace.directory, "README.md"), large);

  // The turn's, by what stands below its answer: at a file, or at all of them.
  await panel.button("2 files changed").click();
  const turn = panel.page.getByRole("list", { name: "Files changed by this turn" });
  await expect
    .poll(() => turn.getByRole("img").evaluateAll((marks) => marks.map((mark) => mark.ariaLabel)))
    .toEqual(["3 lines added, 0 removed", "1 lines added, 1 removed"]);
  await turn.getByRole("button", { name: /^src\/main\.ts/ }).click();
  const unfolded = sheet().locator("[data-changed-file][aria-expanded=true]");
  await expect.poll(() => unfolded.allTextContents()).toEqual(["src/main.ts+1−1"]);
  await expect.poll(() => unfolded.evaluate((head) => head === document.activeElement)).toBe(true);
  await panel.page.keyboard.press("Escape");
  await panel.button("Review all").click();
  await expect.poll(told).toEqual(["docs/ports.md 3 lines added, 0 removed", "src/main.ts 1 lines added, 1 removed"]);
  // The session's: what both turns did.
  await sheet().getByRole("button", { name: "Session" }).click();
  await expect.poll(told).toEqual(["docs/ports.md 3 lines added, 0 removed", "src/main.ts 2 lines added, 2 removed"]);
  // What is not committed, by whomever.
  await sheet().getByRole("button", { name: "Not committed" }).click();
  await expect.poll(told).toContain("README.md 8000 lines added, 2 removed");
  await expect.poll(told).toContain("src/main.ts 1 lines added, 1 removed");
  // One that is large comes when it is wanted.
  await heads().filter({ hasText: "README.md" }).click();
  await sheet().getByText("This diff is large.").waitFor();
  expect(await sheet().getByText("High water comes twice a day.").count()).toBe(0);
  await sheet().getByRole("button", { name: "Show it" }).click();
  await sheet().getByText("High water comes twice a day.").first().waitFor();
  await sheet().getByRole("button", { name: "Session" }).click();

  await expect.poll(told).toEqual(["docs/ports.md 3 lines added, 0 removed", "src/main.ts 2 lines added, 2 removed"]);
  // By keys: to the second file, which unfolds; the session below has none of them.
  await panel.page.keyboard.type("jj");
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
    "File: src/main.ts\nLine: 3\nCode: console.log(height(6).toFixed(2));\n\nUse a constant here. Please.",
  );
  expect(prompt).toContain("See my comment");
});
