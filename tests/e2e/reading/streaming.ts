import { expect, test } from "vitest";
import { hold, text } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { type Seen, seen } from "../seen";
import { story } from "../story";
import { BOOK, nexus, open, panel, stage } from "./scene";

/** Notes every place the conversation is at, frame by frame, until told to stop. */
const watchPlace = () =>
  panel.conversation.evaluate((log) => {
    const places = new Set<number>();
    Object.assign(window, { places });
    const look = () => {
      places.add(log.scrollTop);
      requestAnimationFrame(look);
    };
    look();
  });
const seenPlaces = () => panel.page.evaluate("[...places]");

test("two sessions stream at once while a third one is read in peace", async () => {
  const words = { first: story("ebb", 12), second: story("flow", 12) };
  const holds = { first: hold(), second: hold() };
  stage.model.setScript(({ prompt }) => {
    const which = prompt.includes("ebb") ? "first" : "second";
    const [head, ...rest] = words[which].split("\n\n");
    return [text(`${head}\n\n`, 2), holds[which].step, text(rest.join("\n\n"), 8)];
  });

  await panel.ask("About ebb");
  await panel.answers.getByText("ebb-1-12").waitFor();
  const first = await panel.sessionId();
  await panel.home();
  await panel.ask("About flow");
  await panel.answers.getByText("flow-1-12").waitFor();
  const second = await panel.sessionId();
  await panel.home();

  for (const id of [first, second]) await expect.poll(() => panel.card(id).getAttribute("data-state")).toBe("working");
  expect(await nexus.violations(panel)).toEqual([]);

  await panel.openSession("Book to read");
  await panel.answers.getByText("book-30-12").waitFor();
  await panel.conversation.evaluate((log) => {
    log.scrollTop = 400;
  });
  await panel.button(/^Jump to latest/).waitFor();
  await watchPlace();
  holds.first.release();
  holds.second.release();
  const stored = { first: await stage.finalTexts(first), second: await stage.finalTexts(second) };
  for (const title of ["About ebb", "About flow"]) {
    await panel.page.getByTitle(new RegExp(`^${title} · Idle, unread`)).waitFor();
  }
  expect(await seenPlaces()).toEqual([400]);
  expect((await panel.shown()).at(-1)?.text).toBe(BOOK);
  expect(await nexus.violations(panel)).toEqual([]);

  await panel.button("About ebb, unread").click();
  await expect.poll(() => panel.shown()).toEqual(stored.first);
  await panel.button("About flow, unread").click();
  await expect.poll(() => panel.shown()).toEqual(stored.second);
  expect([stored.first.at(-1)?.text, stored.second.at(-1)?.text]).toEqual([words.first, words.second]);

  // Back at the book, the reader is where they were.
  await panel.button("Book to read").click();
  await expect.poll(() => panel.conversation.evaluate((log) => log.scrollTop)).toBe(400);
});

test("a reader who has gone up is not moved by the answer that grows below, and can jump to it", async () => {
  const rest = hold();
  stage.model.setScript(() => [text(`${story("surge", 6)}\n\n`), rest.step, text(story("swell", 6), 4)]);
  await panel.ask("Go on");
  await panel.answers.last().getByText("surge-6-12").waitFor();
  await panel.conversation.evaluate((log) => {
    log.scrollTop = 400;
  });
  await panel.button(/^Jump to latest/).waitFor();
  await watchPlace();
  rest.release();
  await panel.stop.waitFor({ state: "detached" });
  expect(await seenPlaces()).toEqual([400]);
  await panel.button(/^Jump to latest/).click();
  const fromEnd = () => panel.conversation.evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop);
  await expect.poll(fromEnd).toBeLessThanOrEqual(1);
  await panel.button(/^Jump to latest/).waitFor({ state: "detached" });
});

test("a reader's move up counts although words come before the browser tells of it", async () => {
  const fromEnd = () => panel.conversation.evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop);
  await expect.poll(fromEnd).toBeLessThanOrEqual(1);
  await panel.conversation.evaluate((log) => {
    log.scrollTop -= 200;
    // In the same turn as the move, as a batch of words may come in between two frames.
    log.querySelector("article:last-of-type p")?.append("");
  });
  await panel.button(/^Jump to latest/).waitFor();
  expect(await fromEnd()).toBeGreaterThanOrEqual(199);
});

test("nothing offers to jump to an end that has come into sight because the panel has grown", async () => {
  await atHome(panel);
  stage.model.setScript(() => [text(story("pool", 8))]);
  await panel.ask("A short one");
  await panel.answers.last().getByText("pool-8-12").waitFor();
  await panel.stop.waitFor({ state: "detached" });
  await nexus.chromium.setPanelSize(panel.page, { width: 360, height: 360 });
  await panel.conversation.evaluate((log) => {
    log.scrollTop = 0;
  });
  await panel.button(/^Jump to latest/).waitFor();
  await nexus.chromium.setPanelSize(panel.page, { width: 360, height: 1600 });
  await panel.button(/^Jump to latest/).waitFor({ state: "detached" });
  await nexus.chromium.setPanelSize(panel.page);
});

test("going up through one long answer that was never on the screen moves it by the wheel alone", async () => {
  const title = "One long answer";
  stage.model.setScript(() => [text(story("long", 240))]);
  await stage.addSession(title);
  await panel.home();
  await panel.openSession(title);
  await panel.answers.getByText("long-240-12").waitFor();
  await panel.conversation.hover();
  const look = (words?: string) => panel.page.evaluate(seen(words)) as Promise<Seen>;
  for (let times = 0; times < 30; times++) {
    const { words, top } = await look();
    await panel.page.mouse.wheel(0, -380);
    const after = await look(words);
    expect(Math.abs(after.top - (top + 380)), `of “${words.slice(0, 12)}”`).toBeLessThanOrEqual(1);
  }
  expect((await panel.shown()).at(-1)?.text).toBe(story("long", 240));

  // From here to words that have not been on the screen either, and there they stay.
  await panel.page.keyboard.press("Control+f");
  await panel.page.getByRole("searchbox", { name: "Find in session" }).fill("long-90-6");
  const hit = () =>
    panel.answers.getByText("long-90-6 ").evaluate((one) => {
      const [box, rect] = [one.closest("[role=log]")?.getBoundingClientRect(), one.getBoundingClientRect()];
      return box && rect.top >= box.top && rect.bottom <= box.bottom;
    });
  await expect.poll(hit).toBe(true);
  await look();
  expect(await hit()).toBe(true);
  await panel.page.keyboard.press("Escape");
  await look();
  await nexus.close(panel);
  await open();
  await panel.answers.getByText("long-240-12").waitFor();
  await expect.poll(hit).toBe(true);
});
