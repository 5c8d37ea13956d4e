import { beforeAll, expect, test } from "vitest";
import { MOST } from "../../../components/chat/conversation/window";
import { text } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { COUNT, long, nexus, panel, RARE, stage } from "./scene";

/** One turn of the wheel, in px: less than what is fetched ahead of the reader. */
const STRIDE = 380;

beforeAll(async () => {
  stage.model.setScript(() => [text("Well said.")]);
  await atHome(panel);
});

const articles = () => panel.conversation.locator("article[data-message-id]");
/** The message of a number, from 1 on. */
const message = (number: number) => panel.conversation.locator(`[data-message-id="${long.messageIds[number - 1]}"]`);

/** The message under the reader's eye by its number, and where its top stands in the box, once the box is at rest. */
async function eye(): Promise<{ number: number; top: number }> {
  const { id, top } = await panel.conversation.evaluate(async (log) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let quiet = 0, last = ""; quiet < 4; ) {
      await frame();
      const now = `${log.scrollTop} ${log.scrollHeight}`;
      quiet = now === last && log.ariaBusy !== "true" ? quiet + 1 : 0;
      last = now;
    }
    const box = log.getBoundingClientRect();
    const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    // Between two messages, the next one.
    const all = [...log.querySelectorAll<HTMLElement>("article[data-message-id]")];
    const found =
      middle?.closest<HTMLElement>("article[data-message-id]") ??
      all.find((article) => article.getBoundingClientRect().bottom > box.top + box.height / 2);
    return { id: found?.dataset.messageId ?? "", top: (found?.getBoundingClientRect().top ?? 0) - box.top };
  });
  return { number: long.messageIds.indexOf(id) + 1, top };
}
const topOf = (number: number) =>
  message(number).evaluate((article) => {
    const log = article.closest("[role=log]");
    return article.getBoundingClientRect().top - (log?.getBoundingClientRect().top ?? 0);
  });

test("opens at its end, with a few of its messages on the page", async () => {
  await panel.openSession(long.title);
  await message(COUNT).waitFor();
  await message(COUNT).getByText(`say${COUNT}-`).last().waitFor();
  const fromEnd = () => panel.conversation.evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop);
  await expect.poll(fromEnd).toBeLessThanOrEqual(1);
  expect(await articles().count()).toBeLessThanOrEqual(MOST);
});

test("going up by the wheel brings older messages, and what is read moves by the wheel alone", async () => {
  await panel.conversation.hover();
  let { number, top } = await eye();
  while (number > COUNT - 130) {
    await panel.page.mouse.wheel(0, -STRIDE);
    const next = await eye();
    expect(Math.abs((await topOf(number)) - (top + STRIDE)), `of message ${number}`).toBeLessThanOrEqual(1);
    expect(await articles().count()).toBeLessThanOrEqual(MOST);
    ({ number, top } = next);
  }
});

test("the keys go on from there, up and down again", async () => {
  await panel.conversation.focus();
  const begun = await eye();
  for (let times = 0, before = begun.number; times < 6; times++) {
    await panel.page.keyboard.press("PageUp");
    const { number } = await eye();
    expect(number).toBeLessThan(before);
    before = number;
  }
  for (let times = 0; times < 6; times++) await panel.page.keyboard.press("PageDown").then(eye);
  expect(Math.abs((await topOf(begun.number)) - begun.top)).toBeLessThanOrEqual(1);
});

test("the reader's place is kept when they leave and come back, and the latest is one click away", async () => {
  const before = await eye();
  await panel.home();
  await panel.openSession(long.title);
  await message(before.number).waitFor();
  const after = await eye();
  expect(after.number).toBe(before.number);
  expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1);

  await panel.button(/^Jump to latest/).click();
  await message(COUNT).waitFor();
  await panel.button(/^Jump to latest/).waitFor({ state: "detached" });
  expect(await articles().count()).toBeLessThanOrEqual(MOST);
});

const field = () => panel.page.getByRole("searchbox", { name: "Find in session" });
const count = () => panel.page.getByRole("status", { name: "Found" });
/** The text that is marked as the current hit, if one can see it. */
const seenHit = () =>
  panel.conversation.evaluate((log) => {
    const [found] = CSS.highlights.get("found-now") ?? [];
    if (!found) return "";
    const range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    const { x, y, width, height } = range.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return top && log.contains(top) && top.contains(found.startContainer) ? range.toString() : "";
  });

test("the search comes and goes above what is read without moving it", async () => {
  await panel.page.keyboard.press("Alt+ArrowUp");
  const { number } = await eye();
  const onScreen = () => message(number).evaluate((article) => article.getBoundingClientRect().top);
  const before = await onScreen();
  await panel.button("Find in session").click();
  await expect.poll(async () => Math.abs((await onScreen()) - before)).toBeLessThanOrEqual(1);
  await panel.button("Close search").click();
  await expect.poll(async () => Math.abs((await onScreen()) - before)).toBeLessThanOrEqual(1);
  await panel.button(/^Jump to latest/).click();
});

test("a word is found in the whole session, wherever it is folded, and one goes from hit to hit", async () => {
  await panel.message.focus();
  await panel.page.keyboard.press("Control+f");
  await field().fill(RARE.toUpperCase());
  await expect.poll(() => count().textContent()).toBe("4 of 4");
  await panel.page.getByText("in 5,000 messages").waitFor();
  await panel.conversation.getByText(`Was that a ${RARE}?`).waitFor();
  await expect.poll(seenHit).toBe(RARE);
  expect(await nexus.violations(panel)).toEqual([]);

  await panel.page.keyboard.press("Shift+Enter");
  await message(3000).getByText(`One ${RARE}.`).waitFor();
  await expect.poll(seenHit).toBe(RARE);
  expect(await count().textContent()).toBe("3 of 4");

  // Two at once: the way to the first one is not gone to its end.
  await panel.button("Previous match").click();
  await panel.button("Previous match").click();
  await panel.button("Next match").click();
  await message(18).waitFor();
  await expect.poll(seenHit).toBe(RARE);
  expect(await count().textContent()).toBe("2 of 4");
  expect(await articles().count()).toBeLessThanOrEqual(MOST);
  await panel.button("Next match").click();
  await expect.poll(() => count().textContent()).toBe("3 of 4");
  await expect.poll(seenHit).toBe(RARE);

  await field().press("Escape");
  await field().waitFor({ state: "detached" });
  expect(await panel.message.evaluate((element) => element === document.activeElement)).toBe(true);
});

test("Alt and the arrows go from one prompt to the next", async () => {
  const isAtTop = (number: number) =>
    expect.poll(async () => Math.abs((await topOf(number)) - 8)).toBeLessThanOrEqual(1);
  await panel.page.keyboard.press("Alt+ArrowUp");
  await isAtTop(2999);
  await panel.page.keyboard.press("Alt+ArrowUp");
  await isAtTop(2997);
  await panel.page.keyboard.press("Alt+ArrowDown");
  await isAtTop(2999);
  await panel.button(/^Jump to latest/).click();
  await message(COUNT).waitFor();
  expect(nexus.console).toEqual([]);
});
