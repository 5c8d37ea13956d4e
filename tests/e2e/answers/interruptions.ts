import { beforeEach, describe, expect, test } from "vitest";
import { type Hold, hold, text, tool } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { type Seen, seen } from "../seen";
import { story } from "../story";
import { nexus, open, panel, stage } from "./scene";

const FIRST = story("ebb", 4);
const SECOND = story("flow", 4);
const WHOLE = `${FIRST}\n\n${SECOND}`;

let half: Hold;

/** A new session a test, from home; its answer stops half-way until it is told to go on. */
beforeEach(async () => {
  await atHome(panel);
  half = hold();
  stage.model.setScript(() => [text(`${FIRST}\n\n`, 2), half.step, text(SECOND, 5)]);
});

const beginning = () => panel.answers.getByText("ebb-4-12").waitFor();

/** The whole answer stands there as it is stored: nothing is missing, doubled or marked as missing. */
async function isWhole(sessionId: string): Promise<void> {
  const stored = await stage.finalTexts(sessionId);
  expect(stored.at(-1)?.text).toBe(WHOLE);
  await expect.poll(() => panel.shown()).toEqual(stored);
  await panel.stop.waitFor({ state: "detached" });
}

describe("in the middle of an answer", () => {
  test("closing the panel and opening it again loses nothing, neither the answer nor the draft", async () => {
    await panel.ask("Tell me about tides");
    await beginning();
    const id = await panel.sessionId();
    await panel.message.fill("And the moon?");
    await nexus.close(panel);
    half.release();
    await open();
    expect(await panel.sessionId()).toBe(id);
    expect(await panel.message.inputValue()).toBe("And the moon?");
    await isWhole(id);
    await panel.message.fill("");
  });

  test.each([
    { from: "nothing", copy: "" },
    { from: "a saved copy", copy: "ebb-4-12" },
  ])("what was missed is marked until the whole text is there, beginning with $from", async ({ copy }) => {
    await panel.ask("Tell me about tides");
    await beginning();
    const id = await panel.sessionId();
    const saved = `chrome.storage.local.get().then((all) => JSON.stringify(all[Object.keys(all).find((key) => key.endsWith("${id}"))]))`;
    if (copy) await expect.poll(() => nexus.chromium.evaluateInWorker(saved)).toContain(copy);
    await nexus.close(panel);
    await backgroundDies();
    await open();
    await panel.connected();
    const mark = panel.answers.getByText("Part of this text is still on its way");
    await mark.waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    half.release();
    await isWhole(id);
    await mark.waitFor({ state: "detached" });
  });

  test.each([{ kill: false }, { kill: true }])("restarting the browser loses nothing (%o)", async (how) => {
    await panel.ask("Tell me about tides");
    await beginning();
    const id = await panel.sessionId();
    await panel.message.fill("And the moon?");
    // Stored at once, which is not within the millisecond that a kill takes.
    const stored = () => nexus.chromium.evaluateInWorker("chrome.storage.local.get().then(JSON.stringify)");
    await expect.poll(stored).toContain("And the moon?");
    await nexus.chromium.restart(how);
    half.release();
    await open();
    await expect.poll(() => panel.message.inputValue()).toBe("And the moon?");
    expect(await panel.sessionId()).toBe(id);
    await isWhole(id);
    await panel.message.fill("");
  });
});

const backgroundDies = () => nexus.chromium.killWorker();

describe("the background dies", () => {
  test("before the first word", async () => {
    const start = hold();
    stage.model.setScript(() => [start.step, text(WHOLE, 2)]);
    await panel.ask("Tell me about tides");
    await start.reached;
    await backgroundDies();
    start.release();
    await isWhole(await panel.sessionId());
  });

  test("while a permission waits, which is asked on and can be answered", async () => {
    stage.model.setScript(({ results }) =>
      results.length > 0 ? [text("Done with that.")] : [tool("bash", { command: "pwd", description: "Where" })],
    );
    await panel.ask("Where are you?");
    await panel.request("Permission: bash").waitFor();
    await panel.reconnected(backgroundDies);
    await panel.request("Permission: bash").getByRole("button", { name: "Allow once" }).click();
    await panel.answers.getByText("Done with that.").waitFor();
    const stored = await stage.finalTexts(await panel.sessionId());
    await expect.poll(() => panel.shown()).toEqual(stored);
    await panel.request("Permission: bash").waitFor({ state: "detached" });
  });

  test("as the last word comes", async () => {
    half.release();
    await panel.ask("Tell me about tides");
    await panel.answers.getByText("flow-4-12").waitFor();
    await backgroundDies();
    await isWhole(await panel.sessionId());
  });

  test("with the panel closed: the card tells the end when it opens again", async () => {
    await panel.ask("Tell me about tides");
    await beginning();
    const id = await panel.sessionId();
    await panel.home();
    await nexus.close(panel);
    await backgroundDies();
    half.release();
    await stage.finalTexts(id);
    await open();
    await expect.poll(() => panel.card(id).getAttribute("data-state")).toBe("idle");
    await panel.card(id).getByText("flow-4-12").waitFor();
  });
});

test("the place a reader was at survives the panel, the background and the browser", async () => {
  half.release();
  stage.model.setScript(() => [text(story("book", 240))]);
  await panel.ask("Book to read");
  await panel.answers.getByText("book-240-12").waitFor();
  await panel.stop.waitFor({ state: "detached" });
  const place = async () => {
    const { words, top } = (await panel.page.evaluate(seen())) as Seen;
    return `${words.split(" ")[0]} at ${Math.round(top)}`;
  };
  const view = () => nexus.chromium.evaluateInWorker(`chrome.storage.local.get("view").then(JSON.stringify)`);
  const before = await view();
  // In the middle of the one long text.
  await panel.conversation.evaluate((log) => {
    log.scrollTop = log.scrollHeight / 2;
  });
  await expect.poll(view).not.toBe(before);
  const read = await place();
  await nexus.close(panel);
  await open();
  await expect.poll(place).toBe(read);
  await panel.reconnected(backgroundDies);
  // The line that says so takes its room above and gives it back: the text itself does not move meanwhile.
  await expect.poll(place).toBe(read);
  await nexus.chromium.restart();
  await open();
  await expect.poll(place).toBe(read);
});
