import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Script } from "../../../tools/model/server";
import { type Hold, hold, text, tool, usage } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { choose, inLine, queue, queued, said, write } from "./queue";
import { nexus, open, panel, stage } from "./scene";

const PLAN = "Make a plan";
const FULL = "Read it all";

const plan = (...statuses: string[]) =>
  tool("todowrite", {
    todos: ["Read", "Write tests", "Tidy up"].map((content, at) => ({
      content,
      status: statuses[at],
      priority: "low",
    })),
  });

/** By the prompt that has to wait, where its answer waits. */
const holds = new Map<string, Hold>();

/** The next answer to `prompt` waits in its middle. */
function holdAnswer(prompt: string): Hold {
  const made = hold();
  holds.set(prompt, made);
  return made;
}

const script: Script = async function* ({ prompt, results }) {
  const held = holds.get(prompt);
  if (prompt === PLAN) {
    if (results.length === 0) yield plan("completed", "in_progress", "pending");
    else if (results.length === 1) {
      if (held) yield held.step;
      yield plan("completed", "completed", "completed");
    } else yield text("All done.");
    return;
  }
  if (prompt === FULL) {
    if (results.length === 0) {
      yield tool("task", { description: "Count words", prompt: "Count", subagent_type: "general" });
      return;
    }
    yield text("Read.");
    yield usage({ input: 165_000, cached: 5_000, output: 1_000, reasoning: 200 });
    return;
  }
  if (held && results.length === 0) {
    yield text("At it. ");
    yield held.step;
    holds.delete(prompt);
  }
  yield text(`Answer to ${prompt}`);
};

beforeAll(() => stage.model.setScript(script));

/** A session with a run that waits, and messages in the queue behind it. */
async function withQueue(...messages: string[]): Promise<{ sessionId: string; run: Hold }> {
  const run = holdAnswer("Begin");
  await panel.ask("Begin");
  await run.reached;
  await panel.stop.waitFor();
  for (const words of messages) await write(words);
  await expect.poll(queued).toEqual(messages);
  return { sessionId: await panel.sessionId(), run };
}

beforeEach(async () => {
  holds.clear();
  await atHome(panel);
});

test("what is written while the agent works goes in the order that the user gives it, through the background's death", async () => {
  const { sessionId, run } = await withQueue("One", "Two", "Three", "Four", "Five");
  expect(await nexus.violations(panel)).toEqual([]);
  await inLine("Five", "Move up").focus();
  await panel.page.keyboard.press("Alt+ArrowUp");
  await expect.poll(queued).toEqual(["One", "Two", "Three", "Five", "Four"]);
  await panel.page.keyboard.press("Alt+ArrowUp");
  await panel.page.getByText("Moved to 3 of 5").waitFor();
  await choose("Two", "Remove");
  await panel.message.fill("half a thought");
  await choose("Three", "Edit");
  const words = panel.page.getByRole("textbox", { name: "Queued words" });
  await words.press("Shift+Enter");
  await words.pressSequentially("and more");
  expect(await nexus.violations(panel)).toEqual([]);
  await words.press("Enter");
  await expect.poll(queued).toEqual(["One", "Five", "Three and more", "Four"]);
  // What was being written stands where it was.
  await choose("Four", "Take back into the composer");
  await expect.poll(() => panel.message.inputValue()).toBe("Four\n\nhalf a thought");
  await panel.message.press("Enter");
  await expect.poll(queued).toEqual(["One", "Five", "Three and more", "Four half a thought"]);
  await panel.home();
  await panel.card(sessionId).getByText("4 queued").waitFor();
  await panel.reconnected(() => nexus.chromium.killWorker());
  expect(await said(sessionId)).toEqual(["Begin"]);
  run.release();
  await expect
    .poll(() => said(sessionId))
    .toEqual(["Begin", "One", "Five", "Three\nand more", "Four\n\nhalf a thought"]);
  await stage.finalTexts(sessionId);
  const stored = await stage.storedTexts(sessionId);
  // Each was answered for itself, before the next one came.
  expect(stored.map(({ role }) => role)).toEqual(Array.from({ length: 5 }, () => ["user", "assistant"]).flat());
  await panel.card(sessionId).getByText("queued").waitFor({ state: "hidden" });
});

test("what is being changed waits for that, with all behind it, through closing the panel", async () => {
  const { sessionId, run } = await withQueue("Draft", "After it");
  await choose("Draft", "Edit");
  const words = () => panel.page.getByRole("textbox", { name: "Queued words" });
  await words().fill("Final");
  await nexus.close(panel);
  await open();
  await expect.poll(() => words().inputValue()).toBe("Final");
  run.release();
  await panel.stop.waitFor({ state: "detached" });
  await stage.finalTexts(sessionId);
  expect([await said(sessionId), await queued()]).toEqual([["Begin"], [expect.anything(), "After it"]]);
  await panel.button("Save").click();
  await expect.poll(() => said(sessionId)).toEqual(["Begin", "Final", "After it"]);
  await panel.answers.getByText("Answer to After it").waitFor();
});

test("with the panel closed what is queued goes as well", async () => {
  const { sessionId, run } = await withQueue("While you are away");
  await nexus.close(panel);
  run.release();
  await expect.poll(() => said(sessionId)).toEqual(["Begin", "While you are away"]);
  await stage.finalTexts(sessionId);
  await open();
  await panel.answers.getByText("Answer to While you are away").waitFor();
});

test("one can be sent now, which stops the agent; the others go on waiting", async () => {
  const { sessionId } = await withQueue("Later", "At once");
  const hurried = holdAnswer("At once");
  await inLine("At once", "Send now").click();
  await hurried.reached;
  expect(await said(sessionId)).toEqual(["Begin", "At once"]);
  expect(await queued()).toEqual(["Later"]);
  hurried.release();
  await expect.poll(() => said(sessionId)).toEqual(["Begin", "At once", "Later"]);
  await panel.answers.getByText("Answer to Later").waitFor();
});

test("or without stopping it, as by Ctrl+Enter: the agent takes it up by itself", async () => {
  const { sessionId, run } = await withQueue("Beside");
  await choose("Beside", "Send without stopping");
  await panel.message.fill("Me too");
  await panel.message.press("Control+Enter");
  await expect.poll(() => said(sessionId)).toEqual(["Begin", "Beside", "Me too"]);
  await queue().waitFor({ state: "detached" });
  await panel.message.fill("By name");
  expect(await panel.send.getAttribute("title")).toBe("Queue. Ctrl+↵ sends without waiting");
  await panel.page.keyboard.press("Control+k");
  await panel.page.getByRole("option", { name: "Send without waiting" }).click();
  await expect.poll(() => said(sessionId)).toEqual(["Begin", "Beside", "Me too", "By name"]);
  run.release();
  await panel.answers.getByText("Answer to By name").waitFor();
  expect((await stage.finalTexts(sessionId))[1]?.text).toBe("At it. Answer to Begin");
});

test("after a stop it is held until the user lets it go", async () => {
  const { sessionId } = await withQueue("First", "Second");
  await panel.stop.click();
  await panel.page.getByText("Held since an answer was not finished").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.home();
  await panel.card(sessionId).getByText("2 held").waitFor();
  await panel.card(sessionId).locator("[data-card-open]").click();
  expect(await said(sessionId)).toEqual(["Begin"]);
  await panel.button("Send all").click();
  await expect.poll(() => said(sessionId)).toEqual(["Begin", "First", "Second"]);
  await panel.answers.getByText("Answer to Second").waitFor();
});

test("how full the context is stands above the conversation, with a warning before it is full and a way out", async () => {
  await panel.ask(FULL);
  await panel.answers.getByText("Read.").waitFor();
  await stage.finalTexts(await panel.sessionId());
  await panel.page.getByText("The context is 83% full").waitFor();
  await panel.button("Context 83% full").click();
  const sheet = panel.page.getByRole("dialog", { name: "Context and cost" });
  await sheet.getByText("166,000 of 200,000 tokens, 83%").waitFor();
  await sheet.getByText("1 subagent").waitFor();
  const [tokens, cost] = await sheet.locator("dl").allTextContents();
  expect(tokens).toBe("Input160,000Output800Reasoning200Read from cache5,000");
  // A million tokens read cost a dollar, written five, from the cache a tenth.
  expect(cost).toMatch(/^Last message\$0\.1655Session\$/);
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.page.keyboard.press("Escape");
  await panel.button("Compact").click();
  await panel.button("Context 0% full").waitFor();
  await panel.page.getByText("The context is 83% full").waitFor({ state: "detached" });
});

test("the agent's tasks stand on the card and above the conversation until the user has seen that they are done", async () => {
  const work = holdAnswer(PLAN);
  await panel.ask(PLAN);
  const line = panel.button(/1 of 3 tasks done.*Write tests/);
  await line.click();
  const tasks = panel.page.getByRole("region", { name: "Tasks" });
  expect(await tasks.getByRole("listitem").allInnerTexts()).toEqual(["Read", "Write tests", "Tidy up"]);
  await tasks.getByRole("img", { name: "In progress" }).waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  const sessionId = await panel.sessionId();
  await panel.home();
  // What nobody tells a second time is fetched.
  await panel.reconnected(() => nexus.chromium.killWorker());
  await panel.card(sessionId).getByText("1 of 3 tasks done").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await work.reached;
  work.release();
  await stage.finalTexts(sessionId);
  await panel.card(sessionId).getByText("All tasks done").waitFor();
  await panel.card(sessionId).locator("[data-card-open]").click();
  await panel.button("3 of 3 tasks done. All tasks done").waitFor();
  await panel.home();
  // Seen, it is no news.
  await panel.card(sessionId).getByText("tasks done").waitFor({ state: "detached" });
});
