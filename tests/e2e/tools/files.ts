import { rm } from "node:fs/promises";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { isSessionOpen } from "../scene";
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
  await panel.page.getByRole("spinbutton", { name: "Line" }).fill("299000");
  await panel.page.keyboard.press("Enter");
  await expect.poll(() => line(299_000).textContent()).toBe("299000a line of text");
  await expect.poll(() => line(299_000).isVisible()).toBe(true);
  expect(await panel.page.locator("[data-line]").count()).toBeLessThan(1_000);
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
  await expect.poll(() => loaded.textContent()).toBe("High water comes twice a day.");
  expect(await nexus.violations(panel)).toEqual([]);
});
