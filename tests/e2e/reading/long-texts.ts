import { beforeAll, expect, test } from "vitest";
import { atHome } from "../scene";
import { type Seen, seen } from "../seen";
import { ANSWER, LINES, longText, nexus, open, PARAGRAPHS, panel } from "./scene";

/** Milliseconds within which the end of 5 MB can be read, also on a machine that does other things. */
const SOON = 15_000;
/** Milliseconds for which the page may not answer meanwhile: 5 MB have to be taken in. */
const PAUSE = 2_000;

const log = () => panel.conversation;
const paragraph = (number: number) => panel.answers.getByText(`five-${number}-1 `);
const earlier = () => panel.button(/^Show earlier text/);
const later = () => panel.button(/^Show later text/);
const look = (words?: string) => panel.page.evaluate(seen(words)) as Promise<Seen>;
/** Whether a paragraph can be seen. */
const isSeen = (number: number) =>
  paragraph(number).evaluate((one) => {
    const [box, rect] = [one.closest("[role=log]")?.getBoundingClientRect(), one.getBoundingClientRect()];
    return box !== undefined && rect.top >= box.top && rect.bottom <= box.bottom;
  });

beforeAll(() => atHome(panel));

test("A text of five megabytes can soon be read at its end, and the page answers meanwhile", async () => {
  await panel.page.evaluate(() => {
    let [last, longest] = [performance.now(), 0];
    const frame = () => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
      Object.assign(window, { longest });
      requestAnimationFrame(frame);
    };
    frame();
  });
  const begun = performance.now();
  await panel.openSession(longText.title);
  await paragraph(PARAGRAPHS).waitFor();
  await expect.poll(() => isSeen(PARAGRAPHS)).toBe(true);
  expect(performance.now() - begun).toBeLessThan(SOON);
  await look();
  expect(await panel.page.evaluate("longest")).toBeLessThan(PAUSE);
  expect(await log().evaluate((element) => element.textContent.length)).toBeLessThan(300_000);
  expect(await panel.copied()).toBe(ANSWER);
});

/** What is read stays where it is while what a press asks for comes. */
async function pressAndStay(button: ReturnType<typeof earlier>, at: "first" | "last"): Promise<void> {
  const words = await panel.answers.locator("[data-from] p")[at]().textContent();
  const before = await look(words ?? "");
  await button.press("Enter");
  await expect.poll(() => log().evaluate((element) => element.querySelector("[aria-busy], [data-coming]"))).toBeNull();
  const after = await look(before.words);
  expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1);
}

test("What comes before it is a press away, and what is read stays where it is", async () => {
  await earlier().scrollIntoViewIfNeeded();
  expect(await earlier().textContent()).toMatch(/^Show earlier text \([45]\.?\d* MB\)$/);
  expect(await nexus.violations(panel)).toEqual([]);
  const first = await panel.answers.locator("[data-from]").first().getAttribute("data-from");
  await earlier().scrollIntoViewIfNeeded();
  await pressAndStay(earlier(), "first");
  expect(await panel.answers.locator("[data-from]").first().getAttribute("data-from")).not.toBe(first);
});

test("A word far back in it is found, one comes back to it, what comes after it stays below, and the end is a press away", async () => {
  await panel.page.keyboard.press("Control+f");
  await panel.page.getByRole("searchbox", { name: "Find in session" }).fill("five-1234-6 ");
  await expect.poll(() => isSeen(1234)).toBe(true);
  await look();
  expect(await isSeen(1234)).toBe(true);
  await later().waitFor();
  await panel.page.keyboard.press("Escape");
  await look();
  await nexus.close(panel);
  await open();
  await expect.poll(() => isSeen(1234)).toBe(true);
  await look();
  expect(await isSeen(1234)).toBe(true);
  await later().scrollIntoViewIfNeeded();
  await pressAndStay(later(), "last");
  await panel.button(/^Jump to latest/).click();
  await expect.poll(() => isSeen(PARAGRAPHS)).toBe(true);
});

test("A prompt of a megabyte is unfolded at once, and a word in it is found", async () => {
  await panel.page.keyboard.press("Control+f");
  const begun = performance.now();
  await panel.page.getByRole("searchbox", { name: "Find in session" }).fill(`line ${LINES - 10} `);
  const prompt = log().getByRole("article", { name: "You" });
  const line = prompt.getByText(`line ${LINES - 10} `);
  await line.waitFor();
  expect(performance.now() - begun).toBeLessThan(SOON);
  await expect
    .poll(() =>
      log().evaluate((element) => {
        const [found] = CSS.highlights.get("found-now") ?? [];
        if (!found) return false;
        const range = document.createRange();
        range.setStart(found.startContainer, found.startOffset);
        range.setEnd(found.endContainer, found.endOffset);
        const [box, rect] = [element.getBoundingClientRect(), range.getBoundingClientRect()];
        return rect.top >= box.top && rect.bottom <= box.bottom;
      }),
    )
    .toBe(true);
  await panel.page.keyboard.press("Escape");
});

test("Code is coloured where the reader is, and nowhere else", async () => {
  await panel.home();
  await panel.openSession("Much code");
  const blocks = panel.answers.getByRole("figure", { name: "ts code" });
  await expect.poll(() => blocks.count()).toBe(60);
  /** Which of them have colours, once what can be seen has. */
  const coloured = async (number: number) => {
    await blocks.nth(number).locator("code span").first().waitFor();
    return blocks.evaluateAll((all) => all.flatMap((one, index) => (one.querySelector("code span") ? [index] : [])));
  };
  const atEnd = await coloured(59);
  expect(atEnd.every((index) => index > 45)).toBe(true);
  // Through the middle, faster than anyone reads, to the beginning.
  for (const number of [40, 20, 0]) await blocks.nth(number).evaluate((one) => one.scrollIntoView());
  const atStart = await coloured(0);
  expect(atStart.filter((index) => index > 15)).toEqual(expect.arrayContaining(atEnd));
  expect(atStart).not.toContain(30);
  await blocks.nth(30).evaluate((one) => one.scrollIntoView());
  await coloured(30);
  expect(nexus.console).toEqual([]);
});
