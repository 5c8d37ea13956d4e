import { afterEach, beforeEach, expect, test } from "vitest";
import { hold, text } from "../../../tools/model/steps";
import { LOST_ANSWER, PASS } from "../../support/fault-proxy/fate";
import { atHome } from "../scene";
import { answer, nexus, panel, proxy, stage } from "./scene";

beforeEach(async () => {
  await atHome(panel);
  await panel.message.fill("");
});
afterEach(() => {
  proxy.setRule(() => PASS);
  stage.model.setScript(answer);
});

const list = (name: string) => panel.page.getByRole("listbox", { name, exact: true });
const chips = () => panel.page.getByRole("list", { name: "Attached context" });
const type = (words: string) => panel.message.pressSequentially(words);
const caret = () => panel.message.evaluate((area: HTMLTextAreaElement) => area.selectionStart);

/** What the model was sent last, all of the turn's messages in one. */
const heard = () => JSON.stringify(stage.model.requests.at(-1)?.body.messages ?? []);

/** The highlighted option, by what screen readers go by. */
async function highlighted(): Promise<string | null> {
  const id = await panel.message.getAttribute("aria-activedescendant");
  return id === null ? null : panel.page.locator(`[id="${id}"]`).locator("bdi").first().textContent();
}

/** A session with one answer in it. */
async function inSession(): Promise<string> {
  await panel.ask("Hello");
  await panel.answers.getByText("I heard you.").waitFor();
  const id = await panel.sessionId();
  await stage.finalTexts(id);
  return id;
}

test("what is written stands there whole at any width: the field is as high as its text, and no higher", async () => {
  const atWidth = (width: number) => nexus.chromium.setPanelSize(panel.page, { width, height: 700 });
  const height = () => panel.message.evaluate((area) => area.clientHeight);
  const hidden = () => panel.message.evaluate((area) => area.scrollHeight - area.clientHeight);
  await atWidth(360);
  const empty = await height();
  await panel.message.fill("High water is when the moon has passed the harbour’s meridian. ".repeat(4));
  await expect.poll(hidden).toBe(0);
  const wide = await height();
  expect(wide).toBeGreaterThan(empty);
  await atWidth(240);
  await expect.poll(height).toBeGreaterThan(wide);
  await expect.poll(hidden).toBe(0);
  await atWidth(360);
  await expect.poll(height).toBe(wide);
  expect(await hidden()).toBe(0);
  await nexus.chromium.setPanelSize(panel.page);
});

test("a command is found in the list, taken by a key, and runs with its words", async () => {
  await type("/");
  await list("Commands").getByRole("option", { name: "/init" }).waitFor();
  await type("tid");
  await expect.poll(highlighted).toBe("/tide");
  expect(await panel.message.getAttribute("aria-controls")).toBe(await list("Commands").getAttribute("id"));
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.message.press("Enter");
  expect(await panel.message.inputValue()).toBe("/tide ");
  await list("Commands").waitFor({ state: "detached" });
  await type("noon");
  await panel.message.press("Enter");
  await panel.answers.getByText("I heard you.").waitFor();
  expect(stage.model.requests.at(-1)?.prompt).toBe("Say the tide at noon.");
  const stored = await stage.finalTexts(await panel.sessionId());
  expect(stored.map((message) => message.text)).toEqual(["Say the tide at noon.", "I heard you."]);
  await expect.poll(() => panel.shown()).toEqual(stored);
});

test("the list follows the keys, Escape closes it, and what is no command is sent as a text", async () => {
  await type("/");
  await expect.poll(highlighted).toBe("/init");
  await panel.message.press("ArrowUp");
  await panel.message.press("ArrowDown");
  await panel.message.press("ArrowDown");
  expect(await highlighted()).not.toBe("/init");
  await panel.message.press("Escape");
  await list("Commands").waitFor({ state: "detached" });
  await type("tmp is full");
  expect(await list("Commands").count()).toBe(0);
  await panel.message.press("Enter");
  await panel.answers.getByText("I heard you.").waitFor();
  expect(stage.model.requests.at(-1)?.prompt).toBe("/tmp is full");
});

test("a command that runs for long, and whose answer is lost, is found at the server and not sent again", async () => {
  const id = await inSession();
  proxy.setRule((line) => (/^POST \/session\/[^/]+\/command$/.test(line) ? LOST_ANSWER : PASS));
  const half = hold();
  stage.model.setScript(() => [text("High water "), half.step, text("at noon.")]);
  await panel.ask("/tide noon");
  await half.reached;
  await panel.questions.getByText("Say the tide at noon.").waitFor();
  await expect.poll(() => panel.page.getByText(/^(Sending|Checking)…$/).count()).toBe(0);
  half.release();
  await panel.answers.getByText("High water at noon.").waitFor();
  const stored = await stage.finalTexts(id);
  expect(stored.map((message) => message.text)).toEqual([
    "Hello",
    "I heard you.",
    "Say the tide at noon.",
    "High water at noon.",
  ]);
  await expect.poll(() => panel.shown()).toEqual(stored);
  expect(await panel.button("Try again").count()).toBe(0);
});

test("files and agents that are named go along, each as a chip that can be removed", async () => {
  await type("Ask @expl");
  await expect.poll(highlighted).toBe("explore");
  await panel.message.press("Tab");
  await type("about @src/tid");
  await expect.poll(highlighted).toBe("tides.ts");
  expect(await nexus.violations(panel)).toEqual([]);
  await list("Files and agents").getByRole("option", { name: "tides.ts" }).click();
  await type("and @READ");
  await expect.poll(highlighted).toBe("README.md");
  await panel.message.press("Enter");
  expect(await panel.message.inputValue()).toBe("Ask @explore about @src/tides.ts and @README.md ");
  await expect.poll(() => chips().getByRole("listitem").count()).toBe(3);
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.button("Remove README.md").click();
  await expect.poll(() => chips().getByRole("listitem").allTextContents()).toEqual(["explore", "src/tides.ts"]);
  await panel.message.press("Enter");
  await panel.answers.getByText("I heard you.").waitFor();
  expect(heard()).toContain("return 2.1 * Math.cos");
  expect(heard()).toContain("call the task tool with subagent: explore");
  expect(heard()).not.toContain("Predicts high and low water");
  await expect.poll(() => chips().count()).toBe(0);
  await panel.questions.getByText("src/tides.ts", { exact: true }).waitFor();
});

test("a file in a command's words goes along once", async () => {
  await type("/tide @src/tid");
  await expect.poll(highlighted).toBe("tides.ts");
  await panel.message.press("Enter");
  await panel.message.press("Enter");
  await panel.answers.getByText("I heard you.").waitFor();
  expect(stage.model.requests.at(-1)?.prompt).toContain("Say the tide at @src/tides.ts");
  expect(heard().split("return 2.1 * Math.cos")).toHaveLength(2);
});

test("a line of shell runs in the project's folder, and the model knows of it", async () => {
  const id = await inSession();
  await type("!");
  await panel.page.getByText("Shell", { exact: true }).waitFor();
  expect(await panel.message.inputValue()).toBe("");
  await type("cat src/main.ts | wc -l");
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.message.press("Enter");
  await panel.answers.getByText("cat src/main.ts | wc -l").first().waitFor();
  await expect.poll(() => panel.page.getByText("Shell", { exact: true }).count()).toBe(0);
  await stage.finalTexts(id);
  await panel.ask("How many lines?");
  await expect.poll(() => panel.answers.getByText("I heard you.").count()).toBe(2);
  expect(heard()).toContain('"content":"3\\n"');
});

test("a shell is left by Escape and by Backspace, with what was written in it", async () => {
  for (const [words, key] of [
    ["ls", "Escape"],
    ["", "Backspace"],
  ] as const) {
    await panel.message.fill("");
    await type(`!${words}`);
    await panel.page.getByText("Shell", { exact: true }).waitFor();
    await panel.message.press(key);
    await panel.page.getByText("Shell", { exact: true }).waitFor({ state: "detached" });
    expect(await panel.message.inputValue()).toBe(words);
  }
  await panel.message.fill("");
  await type("No!");
  expect(await panel.message.inputValue()).toBe("No!");
  expect(await panel.page.getByText("Shell", { exact: true }).count()).toBe(0);
});

test("a line of shell waits for the agent to stop", async () => {
  await inSession();
  const half = hold();
  stage.model.setScript(() => [text("Half "), half.step, text("and whole.")]);
  await panel.ask("Take your time");
  await half.reached;
  await type("!ls");
  await panel.page.getByText("Shell commands run when the agent has stopped.").waitFor();
  await panel.message.press("Enter");
  expect(await panel.message.inputValue()).toBe("ls");
  half.release();
  await panel.page.getByText("Shell commands run when the agent has stopped.").waitFor({ state: "detached" });
  await panel.message.press("Escape");
});

test("past prompts are called back by the arrow keys, and what is being written stays", async () => {
  await inSession();
  await panel.ask("Where does it flow?");
  await expect.poll(() => panel.answers.count()).toBe(2);
  await expect.poll(() => panel.message.inputValue()).toBe("");
  await type("Half a th");
  await panel.message.press("Home");
  await panel.message.press("ArrowUp");
  await expect.poll(() => panel.message.inputValue()).toBe("Where does it flow?");
  await panel.message.press("ArrowUp");
  await expect.poll(() => panel.message.inputValue()).toBe("Hello");
  await panel.message.press("End");
  await panel.message.press("ArrowDown");
  await panel.message.press("ArrowDown");
  expect(await panel.message.inputValue()).toBe("Half a th");
  expect(await caret()).toBe("Half a th".length);

  await panel.message.press("Home");
  await panel.message.press("ArrowUp");
  await expect.poll(() => panel.message.inputValue()).toBe("Where does it flow?");
  await panel.message.press("Enter");
  await expect.poll(() => panel.answers.count()).toBe(3);
  expect(stage.model.requests.at(-1)?.prompt).toBe("Where does it flow?");
  await expect.poll(() => panel.message.inputValue()).toBe("Half a th");

  // Changed, it takes the draft's place; what was being written is then the newest of the past.
  await panel.message.press("Home");
  await panel.message.press("ArrowUp");
  await expect.poll(() => panel.message.inputValue()).toBe("Where does it flow?");
  await panel.message.press("End");
  await type(" Now?");
  expect(await panel.message.inputValue()).toBe("Where does it flow? Now?");
  await panel.message.press("Home");
  await panel.message.press("ArrowUp");
  await expect.poll(() => panel.message.inputValue()).toBe("Half a th");
});
