import { rm } from "node:fs/promises";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { text, tool } from "../../../tools/model/steps";
import { atHome, isSessionOpen } from "../scene";
import { nexus, panel, stage } from "./scene";

const sheet = (name: string) => panel.page.getByRole("dialog", { name, exact: true });
const line = (number: number) => panel.page.locator(`[data-line="${number}"]`);

beforeEach(async () => {
  if (!(await isSessionOpen(panel))) await panel.openSession("Looked around");
});

async function openCall(words: RegExp): Promise<void> {
  await panel.answers.getByRole("button", { name: words }).click();
}

test("A search's hit opens its file at that line; Esc goes back to the hit", async () => {
  await openCall(/^Searched cos/);
  const hit = panel.button(/^2 return 2\.1/);
  await hit.click();
  await expect.poll(() => line(2).getAttribute("aria-current")).toBe("location");
  await expect.poll(() => line(2).textContent()).toContain("return 2.1 * Math.cos(");
  // A token of the grammar's.
  await line(2).locator("span span").getByText("return", { exact: true }).waitFor();
  await sheet("tides.ts").getByText("3 lines").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.page.keyboard.press("Escape");
  await sheet("tides.ts").waitFor({ state: "detached" });
  await expect.poll(() => hit.evaluate((element) => element === document.activeElement)).toBe(true);
});

test("A file of 5 MB with a line of 1 MB opens, and leads to a line at its end", async () => {
  await openCall(/^Read large\.txt/);
  await panel.button("odd/large.txt").click();
  await sheet("large.txt").getByText("300,001 lines").waitFor();
  await panel.page.getByRole("button", { name: "… show all 1,000,000 characters" }).waitFor();
  expect((await line(1).textContent())?.length).toBeLessThan(3_000);
  await panel.page.getByRole("textbox", { name: "Line" }).fill("299000");
  await panel.page.keyboard.press("Enter");
  await expect.poll(() => line(299_000).textContent()).toBe("299000a line of text");
  await expect.poll(() => line(299_000).isVisible()).toBe(true);
  expect(await panel.page.locator("[data-line]").count()).toBeLessThan(1_000);

  // From there on and around, all lines are searched, though few are on the page.
  await panel.page.keyboard.press("Control+f");
  const found = panel.page.getByRole("searchbox", { name: "Find in file" });
  const count = () => panel.page.getByRole("status", { name: "Found" }).textContent();
  const inText = () =>
    panel.page.evaluate(() => {
      const [hit] = CSS.highlights.get("found-in-file-now") ?? [];
      return hit?.startContainer.textContent?.slice(hit.startOffset, hit.endOffset);
    });
  await found.fill("LINE of");
  await expect.poll(count).toMatch(/^298,9\d\d of 299,999$/);
  await expect.poll(inText).toBe("line of");
  await found.fill("last one");
  await expect.poll(count).toBe("1 of 1");
  await expect.poll(() => line(300_001).isVisible()).toBe(true);
  await expect.poll(inText).toBe("last one");
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.page.keyboard.press("Escape");
  await found.waitFor({ state: "detached" });
  await panel.page.keyboard.press("Escape");
  await sheet("large.txt").waitFor({ state: "detached" });
});

test("An answer's words lead to files: the keyboard goes from one to the next, and a name without its folder is looked for", async () => {
  const link = (name: string) => panel.answers.getByRole("link", { name, exact: true });
  await expect
    .poll(() => panel.answers.getByRole("link").allTextContents())
    .toEqual(["src/tides.ts:2", "large.txt", "the odd ones"]);
  await link("src/tides.ts:2").click();
  await sheet("tides.ts").getByText("3 lines").waitFor();
  await expect.poll(() => line(2).getAttribute("aria-current")).toBe("location");
  await panel.page.keyboard.press("Escape");
  const isFocused = (name: string) => link(name).evaluate((element) => element === document.activeElement);
  await expect.poll(() => isFocused("src/tides.ts:2")).toBe(true);
  await panel.page.keyboard.press("ArrowRight");
  await expect.poll(() => isFocused("large.txt")).toBe(true);
  await panel.page.keyboard.press("Enter");
  await sheet("large.txt").getByText("There is nothing at this path").waitFor();
  await sheet("large.txt").getByRole("button", { name: "odd/large.txt" }).click();
  await panel.page.getByText("300,001 lines").waitFor();
  await panel.page.keyboard.press("Escape");
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.page.keyboard.press("Escape");
  await sheet("large.txt").waitFor({ state: "detached" });
});

test("A file of the project is opened by letters of its name, and its folder from the menu", async () => {
  await panel.page.keyboard.press("Control+p");
  const field = panel.page.getByRole("combobox", { name: "Search files by name" });
  await field.fill("tides");
  await panel.page.getByRole("option", { name: /^tides\.ts/ }).waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.page.keyboard.press("Enter");
  await sheet("tides.ts").getByText("3 lines").waitFor();
  await panel.page.keyboard.press("Escape");
  await sheet("tides.ts").waitFor({ state: "detached" });
  await panel.button("Card actions").click();
  await panel.page.getByRole("menuitem", { name: "Project files" }).click();
  await sheet("tides").getByRole("button", { name: "src/" }).click();
  await sheet("src").getByRole("button", { name: "tides.ts" }).waitFor();
  await panel.page.keyboard.press("Escape");
  await panel.page.keyboard.press("Escape");
  await sheet("tides").waitFor({ state: "detached" });
});

test("A folder leads to its files: pictures are shown, a PDF opens in a tab, other bytes are named, and what is gone is said to be", async () => {
  await openCall(/^Read odd/);
  await panel.button("odd").click();
  await sheet("odd").getByRole("button", { name: "pixel.png" }).click();
  const picture = panel.page.getByRole("img", { name: "odd/pixel.png" });
  await expect.poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(1);
  await panel.page.keyboard.press("Escape");
  await sheet("odd").getByRole("button", { name: "tide.pdf" }).click();
  await sheet("tide.pdf").getByText("A PDF", { exact: true }).waitFor();
  const [tab] = await Promise.all([
    nexus.chromium.context.waitForEvent("page"),
    panel.button("Open in a tab").press("Enter"),
  ]);
  expect(tab.url()).toMatch(/^blob:chrome-extension:/);
  await tab.close();
  await panel.page.keyboard.press("Escape");
  await sheet("odd").getByRole("button", { name: "noise.bin" }).click();
  await sheet("noise.bin")
    .getByText(/^7 bytes · application\/octet-stream/)
    .waitFor();
  await rm(path.join(stage.workspace.directory, "odd/noise.bin"));
  await panel.button("Reload").click();
  await sheet("noise.bin").getByText("There is nothing at this path").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.page.keyboard.press("Escape");
  await panel.page.keyboard.press("Escape");
  await sheet("odd").waitFor({ state: "detached" });
});

test("What was looked at in a row is one line; it opens to the calls, and each of them to what it found", async () => {
  await openCall(/^Explored 1 search, 1 folder, 1 file/);
  await openCall(/^Searched \*\*\/\*\.ts/);
  await panel.button("src/main.ts").click();
  await sheet("main.ts").getByText("3 lines").waitFor();
  await panel.page.keyboard.press("Escape");
  await sheet("main.ts").waitFor({ state: "detached" });
  await openCall(/^Listed src/);
  const output = panel.answers.getByRole("group", { name: "Output", exact: true });
  await expect.poll(() => output.textContent()).toContain("  main.ts\n  tides.ts");
  await openCall(/^Read README\.md/);
  await openCall(/^Searched the web for tides at Brest 1 page/);
  const page = panel.answers.getByRole("list", { name: "Pages found" }).getByRole("link", { name: /^Tides/ });
  expect(await page.getAttribute("href")).toBe("https://tides.example/brest");
  await openCall(/^Loaded tide-tables/);
  const loaded = panel.answers.getByRole("group", { name: "What was loaded" });
  await expect.poll(() => loaded.textContent()).toContain("High water comes twice a day.");
  expect(await nexus.violations(panel)).toEqual([]);
});

test("Files that plain words name open; a question about lines of one goes along with the next prompt, and is changed and taken back where it was asked", async () => {
  await atHome(panel);
  const command = String.raw`printf '\033[36msrc/tides.ts\033[0m:2:9 - wrong\n'; exit 1`;
  const steps = [tool("bash", { command, description: "Checks" })];
  stage.model.setScript(() => [steps.shift() ?? text("It is in src/tides.ts:3, says Node.js.")]);
  await panel.ask("Look at src/main.ts");
  const link = (name: string) => panel.conversation.getByRole("link", { name, exact: true });
  await link("src/tides.ts:3").waitFor();
  await openCall(/^Ran printf/);
  // Of the user's words, of a program's and of the model's.
  expect(await panel.conversation.getByRole("link").allTextContents()).toEqual([
    "src/main.ts",
    "src/tides.ts:2:9",
    "src/tides.ts:3",
  ]);
  await link("src/tides.ts:2:9").click();
  await expect.poll(() => line(2).getAttribute("aria-current")).toBe("location");
  // What is found beyond the edge comes into view.
  await panel.page.keyboard.press("Control+f");
  await panel.page.keyboard.type("12.42");
  const isSeen = () =>
    panel.page.evaluate(() => {
      const [hit] = CSS.highlights.get("found-in-file-now") ?? [];
      const range = document.createRange();
      if (hit) range.setStart(hit.startContainer, hit.startOffset);
      if (hit) range.setEnd(hit.endContainer, hit.endOffset);
      const { left, right, width } = range.getBoundingClientRect();
      return width > 0 && left > 0 && right < innerWidth;
    });
  await expect.poll(isSeen).toBe(true);
  await panel.page.keyboard.press("Escape");
  // By keys alone: the lines, and the question.
  await sheet("tides.ts").getByText("3 lines").waitFor();
  await panel.page.keyboard.press("l");
  await panel.page.keyboard.press("Control+a");
  await panel.page.keyboard.type("1-2");
  await panel.page.keyboard.press("Enter");
  await expect.poll(() => panel.page.locator("[data-line][aria-current]").count()).toBe(2);
  await panel.page.keyboard.press("a");
  await panel.page.keyboard.type("Which port");
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.page.keyboard.press("Escape");
  await sheet("tides.ts").getByText("1 comment goes with your next message.").waitFor();
  await panel.button("Edit").click();
  await panel.page.keyboard.press("End");
  await panel.page.keyboard.type(" is this?");
  await panel.button("Add to message").click();
  // By mouse: another line, whose question is taken back.
  await line(3).locator("[data-number]").click();
  await panel.button("Ask about line 3").click();
  await panel.page.keyboard.type("And this?");
  await panel.button("Add to message").click();
  await sheet("tides.ts").getByText("2 comments go with your next message.").waitFor();
  await panel.button("Remove").click();
  await panel.button("Write it").click();
  await panel.button("Remove tides.ts:1-2 Which port is this?").waitFor();
  stage.model.setScript(() => [text("Brest.")]);
  await panel.ask("Tell me");
  await panel.answers.getByText("Brest.").waitFor();
  const prompt = stage.model.requests.at(-1)?.prompt ?? "";
  expect(prompt).toContain("File: src/tides.ts\nLines: 1-2\nCode: export function height");
  expect(prompt).toContain("Which port is this?");
  expect(prompt).not.toContain("And this?");
});
