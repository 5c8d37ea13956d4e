import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hold, text } from "../../../tools/model/steps";
import { writeFiles } from "../../../tools/opencode/workspace";
import { atHome } from "../scene";
import { choose, queued } from "./queue";
import { answer, nexus, panel, stage } from "./scene";

const LOG = Array.from({ length: 40 }, (_, index) => `Watch ${index + 1} of the log`).join("\n");

beforeAll(() => writeFiles(stage.workspace.directory, { "ship/log book.txt": LOG, "ship/buoy#7.txt": LOG }));
beforeEach(async () => {
  stage.model.setScript(answer);
  await atHome(panel);
  await panel.message.fill("");
});

const options = () => panel.page.getByRole("listbox").getByRole("option");
const chips = () => panel.page.getByRole("list", { name: "Attached context" }).getByRole("listitem");
const type = (words: string) => panel.message.pressSequentially(words);
const undo = () => panel.message.press("ControlOrMeta+z");
const named = () => chips().allTextContents();
const value = () => panel.message.inputValue();

/** The log's watches that the model was given with the last prompt. */
function watches(): number[] {
  const messages = JSON.stringify(stage.model.requests.at(-1)?.body.messages ?? []);
  const last = messages.slice(messages.lastIndexOf('"role":"user"'));
  return [...new Set([...last.matchAll(/Watch (\d+) of the log/g)].map(([, number]) => Number(number)))];
}

async function take(words: string, option: string): Promise<void> {
  await type(words);
  await options().filter({ hasText: option }).first().waitFor();
  await panel.message.press("Enter");
}

async function answered(): Promise<void> {
  await panel.answers.last().getByText("I heard you.").waitFor();
  await stage.finalTexts(await panel.sessionId());
}

test("lines behind a file that is named are all that goes along, and stand on its chip and in the message", async () => {
  await type("See @ship/log#10-");
  await options().filter({ hasText: "log book.txt#10-" }).filter({ hasText: "from line 10" }).waitFor();
  await type("12");
  await options().filter({ hasText: "lines 10 to 12" }).first().waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await options().filter({ hasText: "log book.txt" }).click();
  expect(await value()).toBe("See @ship/log book.txt#10-12 ");
  await expect.poll(named).toEqual(["ship/log book.txt#10-12"]);
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.message.press("Enter");
  await answered();
  expect(watches()).toEqual([10, 11, 12]);
  const sent = panel.questions.last();
  await sent.getByText("#10-12", { exact: true }).waitFor();
  await sent.getByRole("button", { name: "ship/log book.txt" }).click();
  await panel.page.getByText("Watch 10 of the log").waitFor();
  await panel.page.keyboard.press("Escape");
});

test("one line, all from a line on, and what makes no sense: the model is given what can be meant", async () => {
  for (const [lines, given] of [
    ["3", [3]],
    ["38-", [38, 39, 40]],
    ["4-2", [2, 3, 4]],
    ["0-2", [1, 2]],
    ["39-99999999", [39, 40]],
  ] as const) {
    await atHome(panel);
    await take(`See @ship/log#${lines}`, "log book.txt");
    expect(await value()).toBe(`See @ship/log book.txt#${lines} `);
    await panel.message.press("Enter");
    await answered();
    expect(watches(), lines).toEqual(given);
  }
});

test("lines are written, changed and taken out behind a name that stands there", async () => {
  await take("See @ship/log", "log book.txt");
  await panel.message.press("Backspace");
  await type("#5-6");
  await expect.poll(named).toEqual(["ship/log book.txt#5-6"]);
  await panel.message.press("Backspace");
  await type("8 now");
  await expect.poll(named).toEqual(["ship/log book.txt#5-8"]);
  await panel.message.press("Enter");
  await answered();
  await expect.poll(watches).toEqual([5, 6, 7, 8]);
});

test("a file whose name has a number sign is named with and without lines", async () => {
  await take("See @ship/buoy#7.t", "buoy#7.txt");
  expect(await value()).toBe("See @ship/buoy#7.txt ");
  await panel.message.press("Enter");
  await answered();
  expect(watches()).toHaveLength(40);
  await take("See @ship/buoy#7.txt#2", "buoy#7.txt");
  await panel.message.press("Enter");
  await expect.poll(() => panel.questions.count()).toBe(2);
  await answered();
  await expect.poll(watches).toEqual([2]);
});

test("lines come back with a message that is edited, and with a prompt of the past", async () => {
  await take("See @ship/log#20-21", "log book.txt");
  await panel.message.press("Enter");
  await answered();
  await panel.questions.last().getByRole("button", { name: "Message actions" }).click();
  await panel.page.getByRole("menuitem", { name: /^Edit/ }).click();
  await expect.poll(named).toEqual(["ship/log book.txt#20-21"]);
  expect(await value()).toBe("See @ship/log book.txt#20-21");
  await panel.message.fill("");
  await panel.message.press("ArrowUp");
  await expect.poll(named).toEqual(["ship/log book.txt#20-21"]);
  await panel.message.press("Enter");
  await expect.poll(() => watches()).toEqual([20, 21]);
  await answered();
});

test("lines wait in the queue, and others can be written there", async () => {
  await panel.ask("Hello");
  await answered();
  const half = hold();
  stage.model.setScript(() => [text("Half "), half.step, text("and whole.")]);
  await panel.ask("Take your time");
  await half.reached;
  await take("See @ship/log#30", "log book.txt");
  await panel.message.press("Enter");
  await expect.poll(queued).toHaveLength(1);
  await choose("See @ship/log book.txt#30", "Edit");
  const words = panel.page.getByRole("textbox", { name: "Queued words" });
  await words.fill("See @ship/log book.txt#31-32");
  await words.press("Enter");
  await expect.poll(queued).toEqual([expect.stringContaining("#31-32")]);
  stage.model.setScript(answer);
  half.release();
  await expect.poll(() => panel.questions.count()).toBe(3);
  await answered();
  expect(watches()).toEqual([31, 32]);
});

test("a mention goes with its words and its words with it, and undoing brings them back", async () => {
  await take("Ask @expl", "explore");
  await take("about @READ", "README.md");
  await expect.poll(named).toEqual(["explore", "README.md"]);
  await panel.message.press("Backspace");
  await panel.message.press("Backspace");
  await expect.poll(named).toEqual(["explore"]);
  expect(await value()).toBe("Ask @explore about @README.m");
  await undo();
  await expect.poll(named).toEqual(["explore", "README.md"]);
  await panel.button("Remove explore").click();
  await expect.poll(named).toEqual(["README.md"]);
  expect(await value()).toMatch(/^Ask about @README\.md ?$/);
  await undo();
  await expect.poll(named).toEqual(expect.arrayContaining(["explore", "README.md"]));
  expect(await value()).toMatch(/^Ask @explore about @README\.md ?$/);
  await panel.message.press("ControlOrMeta+a");
  await panel.message.press("Delete");
  await expect.poll(named).toEqual([]);
  await undo();
  await expect.poll(named).toHaveLength(2);
});

test("a choice from the list is undone like what is typed, and so is what was typed before it", async () => {
  await type("Look ");
  await take("@READ", "README.md");
  expect(await value()).toBe("Look @README.md ");
  await undo();
  expect(await value()).toBe("Look @READ");
  await expect.poll(named).toEqual([]);
  await panel.message.press("ControlOrMeta+Shift+z");
  expect(await value()).toBe("Look @README.md ");
  await expect.poll(named).toEqual(["README.md"]);
  for (let left = 10; left > 0 && (await value()) !== ""; left -= 1) await undo();
  expect(await value()).toBe("");
});

test("a long path with lines fits the narrowest panel, and the lines can be read", async () => {
  await type("@größe#10-20");
  await options().filter({ hasText: "größe.txt" }).waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.message.press("Enter");
  await nexus.chromium.setPanelSize(panel.page, { width: 240, height: 700 });
  const lines = await chips().getByText("#10-20", { exact: true }).boundingBox();
  await nexus.chromium.setPanelSize(panel.page);
  expect((lines?.x ?? 999) + (lines?.width ?? 0)).toBeLessThan(240);
});

describe("what an MCP server has to be read", () => {
  const heard = () => JSON.stringify(stage.model.requests.at(-1)?.body.messages ?? []);

  test("is named like a file, by its server, and its content reaches the model", async () => {
    await type("See @boar");
    const list = panel.page.getByRole("listbox", { name: "Files, agents and resources" });
    await list.getByRole("option", { name: "Notice board" }).filter({ hasText: "harbour" }).waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.message.press("Enter");
    expect(await value()).toBe("See @Notice board ");
    await expect.poll(named).toEqual(["Notice boardharbour"]);
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.message.press("Enter");
    await answered();
    expect(heard()).toContain("The lock is shut until noon.");
    await panel.questions.last().getByText("Notice board", { exact: true }).waitFor();
    await panel.questions.last().getByText("harbour", { exact: true }).waitFor();
    expect(await nexus.violations(panel)).toEqual([]);

    await panel.questions.last().getByRole("button", { name: "Message actions" }).click();
    await panel.page.getByRole("menuitem", { name: /^Edit/ }).click();
    await expect.poll(named).toEqual(["Notice boardharbour"]);
    await panel.message.press("Enter");
    await answered();
    expect(heard()).toContain("The lock is shut until noon.");
  });

  test("goes along with a command's words as well", async () => {
    await take("/tide by @boar", "Notice board");
    await panel.message.press("Enter");
    await answered();
    expect(stage.model.requests.at(-1)?.prompt).toContain("Say the tide at by @Notice board");
    expect(heard()).toContain("The lock is shut until noon.");
  });

  test("and is a picture is seen by the model, and is asked for again when the message is edited", async () => {
    const pictures = () => heard().split("data:image/png;base64,").length - 1;
    await take("See @chart", "chart of Brest");
    await panel.message.press("Enter");
    await answered();
    expect(pictures()).toBe(1);
    await panel.questions.last().getByRole("button", { name: "Message actions" }).click();
    await panel.page.getByRole("menuitem", { name: /^Edit/ }).click();
    await expect.poll(named).toEqual(["chart of Brestharbour"]);
    await panel.message.press("Enter");
    await answered();
    expect(pictures()).toBe(1);
  });

  test("and cannot be read after all is said to be, and the message goes without it", async () => {
    await take("See @sunk", "Sunken log");
    await panel.message.press("Enter");
    await panel.page.getByText("An MCP server did not give what was named").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.button("Edit").click();
    await expect.poll(named).toEqual(["Sunken logharbour"]);
    await panel.button("Remove Sunken log").click();
    await expect.poll(value).toBe("See ");
    await panel.message.press("Enter");
    await answered();
    expect(heard()).not.toContain("Sunken log");
  });
});

test("spaces and lines in the words of a command are sent along, and what the server finds by itself once", async () => {
  await take("/tide of @ship/log#3", "log book.txt");
  await take("and @ship/buoy", "buoy#7.txt");
  await take("and @README", "README.md");
  await panel.message.press("Backspace");
  await type("), all");
  await panel.message.press("Enter");
  await answered();
  expect(stage.model.requests.at(-1)?.prompt).toContain(
    "of @ship/log book.txt#3 and @ship/buoy#7.txt and @README.md), all",
  );
  const heard = JSON.stringify(stage.model.requests.at(-1)?.body.messages);
  const times = (words: string) => heard.split(words).length - 1;
  expect([times("Watch 3 of the log"), times("Watch 4 of the log"), times("Predicts high and low")]).toEqual([2, 1, 1]);
});
