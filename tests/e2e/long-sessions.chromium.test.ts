import { expect, test } from "vitest";
import { MOST } from "../../components/chat/conversation/window";
import { text } from "../../tools/model/steps";
import { importSession, type LongSession } from "../support/long-session";
import { useScene } from "./scene";
import { story } from "./story";

const COUNT = 5_000;
/** One turn of the wheel, in px: less than what is fetched ahead of the reader. */
const STRIDE = 380;

let long: LongSession;
const { nexus, panel } = useScene({
  script: () => [text("Well said.")],
  before: async ({ workspace }) => {
    long = await importSession(workspace, COUNT, (index) => story(`say${index + 1}`, 1 + (index % 3), 10));
  },
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
  for (let times = 0, before = begun.number; times < 10; times++) {
    await panel.page.keyboard.press("PageUp");
    const { number } = await eye();
    expect(number).toBeLessThan(before);
    before = number;
  }
  for (let times = 0; times < 10; times++) await panel.page.keyboard.press("PageDown").then(eye);
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
  expect(nexus.console).toEqual([]);
});
