import type { Locator } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { Script } from "../../../tools/model/server";
import { text, tool } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { nexus, panel, stage } from "./scene";

/** Runs a command, then says that it is done. */
const runs =
  (command: string): Script =>
  ({ results }) =>
    results.length > 0
      ? [text("Done with that.")]
      : [text("I will run it."), tool("bash", { command, description: "Looks around" })];

/** A new session a test, from home. */
beforeEach(() => atHome(panel));

/** What the model was told of its last tool call. */
const lastResult = () => stage.model.requests.at(-1)?.results.at(-1) ?? "";

/** Nothing waits any more, here or at the server, and what is shown is what is stored. */
async function isSettled(sessionId: string): Promise<void> {
  const stored = await stage.finalTexts(sessionId);
  await panel.stop.waitFor({ state: "detached" });
  await expect.poll(() => panel.shown()).toEqual(stored);
  expect(await panel.page.getByRole("group", { name: /^(Permission|Question):/ }).count()).toBe(0);
  expect([await stage.get("/permission"), await stage.get("/question")]).toEqual([[], []]);
}

describe("a permission", () => {
  test("that is allowed once runs the command and goes on", async () => {
    stage.model.setScript(runs("pwd"));
    await panel.ask("Where are you?");
    const request = panel.request("Permission: bash");
    await request.getByText("pwd", { exact: true }).waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await request.getByRole("button", { name: "Allow once" }).click();
    await panel.answers.getByText("Done with that.").waitFor();
    expect(lastResult()).toContain(stage.workspace.directory);
    await isSettled(await panel.sessionId());
  });

  test("that is rejected does not run the command and ends the answer", async () => {
    stage.model.setScript(runs("touch rejected.txt"));
    const before = stage.model.requests.length;
    await panel.ask("Make a file");
    await panel.request("Permission: bash").getByRole("button", { name: "Reject" }).click();
    await isSettled(await panel.sessionId());
    expect(stage.model.requests.length).toBe(before + 1);
    await panel.conversation
      .getByText(/rejected|denied|Not run/i)
      .first()
      .waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
  });

  test("that is always allowed is not asked for again", async () => {
    stage.model.setScript(runs("ls"));
    await panel.ask("List the files");
    const request = panel.request("Permission: bash");
    await request.getByText("ls *", { exact: true }).waitFor();
    await request.getByRole("button", { name: "Allow always" }).click();
    await panel.answers.getByText("Done with that.").waitFor();
    expect(lastResult()).toContain("README.md");
    await panel.ask("List them again");
    await panel.answers.getByText("Done with that.").nth(1).waitFor();
    await isSettled(await panel.sessionId());
  });

  test("is answered on its card as well, where it sorts first", async () => {
    stage.model.setScript(runs("date"));
    await panel.ask("What time is it?");
    await panel.request("Permission: bash").waitFor();
    const id = await panel.sessionId();
    await panel.home();
    const card = panel.cards.getByRole("article").first();
    await expect.poll(() => card.getAttribute("data-session-id")).toBe(id);
    expect(await card.getAttribute("data-state")).toBe("waiting");
    await card.getByText("Needs you: run a command").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await card.getByRole("button", { name: "Allow once" }).click();
    await expect.poll(() => panel.card(id).getAttribute("data-state")).toBe("idle");
    await panel.card(id).getByText("Done with that.").waitFor();
  });

  test("is answered by keys on the card that has the focus, and on no other", async () => {
    stage.model.setScript(runs("uptime"));
    const [first, second] = [await stage.createSession(), await stage.createSession()];
    for (const id of [first, second]) {
      await stage.prompt(id, "How long?");
      await panel.card(id).getByRole("button", { name: "Allow once" }).waitFor();
    }
    const asking = async () =>
      ((await stage.get("/permission")) as { sessionID: string }[]).map((one) => one.sessionID);
    const title = (id: string) => panel.card(id).locator("[data-card-open]");
    const focused = (on: Locator) => on.and(panel.page.locator(":focus")).waitFor();
    await panel.takesAnswers();
    await panel.message.press("ControlOrMeta+Enter");
    await title(first).press("ControlOrMeta+Enter");
    expect((await stage.finalTexts(first)).at(-1)?.text).toBe("Done with that.");
    expect(await asking()).toEqual([second]);
    // A session that nobody has opened is a card while it runs only: the focus stays among the others.
    await panel.card(first).waitFor({ state: "detached" });
    await focused(panel.cards);
    await panel.page.keyboard.press("ArrowDown");
    await focused(title(second));
    await panel.takesAnswers();
    await panel.page.keyboard.press("ControlOrMeta+Shift+Backspace");
    await expect.poll(asking).toEqual([]);
    expect((await stage.finalTexts(second)).map(({ text }) => text)).toEqual(["How long?", "I will run it."]);
  });
});

describe("a question", () => {
  const HARBOUR = {
    header: "Harbour",
    question: "Which harbour do you mean?",
    options: [
      { label: "Brest", description: "On the Atlantic" },
      { label: "Hamburg", description: "On the Elbe" },
    ],
  };
  const UNITS = {
    header: "Units",
    question: "Which units shall I use?",
    multiple: true,
    options: [
      { label: "Metres", description: "SI" },
      { label: "Feet", description: "Imperial" },
      { label: "Fathoms", description: "Nautical" },
    ],
  };
  const asks =
    (...questions: object[]): Script =>
    ({ results }) =>
      results.length > 0 ? [text("Thank you.")] : [tool("question", { questions })];

  test("of several is answered one by one, with one choice and with several", async () => {
    stage.model.setScript(asks(HARBOUR, UNITS));
    await panel.ask("When is high water?");
    const first = panel.request("Question: Harbour");
    await first.getByRole("radio", { name: "Hamburg" }).check();
    expect(await nexus.violations(panel)).toEqual([]);
    // By keys as well.
    await panel.page.keyboard.press("Alt+Enter");
    await panel.request("Question: Units").waitFor();
    await panel.page.keyboard.press("Alt+Shift+Enter");
    await first.getByRole("radio", { name: "Hamburg", checked: true }).waitFor();
    await first.getByRole("button", { name: "Next" }).click();
    const second = panel.request("Question: Units");
    await second.getByRole("checkbox", { name: "Metres" }).check();
    await second.getByRole("checkbox", { name: "Fathoms" }).check();
    expect(await nexus.violations(panel)).toEqual([]);
    await second.getByRole("button", { name: "Answer", exact: true }).click();
    await panel.answers.getByText("Thank you.").waitFor();
    expect(lastResult()).toContain('"Which harbour do you mean?"="Hamburg"');
    expect(lastResult()).toContain('"Which units shall I use?"="Metres, Fathoms"');
    await isSettled(await panel.sessionId());
  });

  test("is answered in the user's own words", async () => {
    stage.model.setScript(asks(HARBOUR));
    await panel.ask("And tomorrow?");
    const form = panel.request("Question: Harbour");
    await form.getByRole("textbox", { name: "Answer in your own words" }).fill("Saint-Malo, “intra muros”");
    await form.getByRole("button", { name: "Answer", exact: true }).click();
    await panel.answers.getByText("Thank you.").waitFor();
    expect(lastResult()).toContain("Saint-Malo, “intra muros”");
    await isSettled(await panel.sessionId());
  });

  test("that is dismissed ends the answer", async () => {
    stage.model.setScript(asks(HARBOUR));
    const before = stage.model.requests.length;
    await panel.ask("And the day after?");
    await panel.request("Question: Harbour").getByRole("button", { name: "Dismiss" }).click();
    await isSettled(await panel.sessionId());
    expect(stage.model.requests.length).toBe(before + 1);
  });
});

describe("a subagent's permission", () => {
  const delegates: Script = ({ prompt, results }) => {
    if (prompt.includes("Look at the clock")) {
      return results.length > 0 ? [text("It is late.")] : [tool("bash", { command: "date -u", description: "Clock" })];
    }
    return results.length > 0
      ? [text("The helper says that it is late.")]
      : [tool("task", { description: "Clock", prompt: "Look at the clock.", subagent_type: "general" })];
  };

  test("stands in the chat of the session that sent it out, and is answered there", async () => {
    stage.model.setScript(delegates);
    await panel.ask("Send a helper");
    const request = panel.request("Permission: bash");
    await request.getByText("From the subagent").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await request.getByRole("button", { name: "Allow once" }).click();
    await panel.answers.getByText("The helper says that it is late.").waitFor();
    await isSettled(await panel.sessionId());
  });

  test("stands in the subagent's own session too, one click from the call and one back", async () => {
    stage.model.setScript(delegates);
    await panel.ask("Send a helper of whom I see more");
    await panel.request("Permission: bash").getByText("From the subagent").waitFor();
    const id = await panel.sessionId();
    await panel.answers.getByRole("button", { name: "Open the subagent: Clock" }).last().click();
    await expect.poll(() => panel.sessionId()).not.toBe(id);
    await panel.questions.getByText("Look at the clock.").waitFor();
    await panel.request("Permission: bash").getByRole("button", { name: "Allow once" }).click();
    await panel.answers.getByText("It is late.").waitFor();
    await panel.button("Open that session").click();
    await panel.answers.getByText("The helper says that it is late.").last().waitFor();
    expect(await panel.sessionId()).toBe(id);
    await isSettled(id);
  });

  test("stands on that session's card, and is answered there", async () => {
    stage.model.setScript(delegates);
    await panel.ask("Send another helper");
    await panel.request("Permission: bash").waitFor();
    const id = await panel.sessionId();
    await panel.home();
    await expect.poll(() => panel.card(id).getAttribute("data-state")).toBe("waiting");
    await panel.card(id).getByRole("button", { name: "Allow once" }).click();
    await expect.poll(() => panel.card(id).getAttribute("data-state")).toBe("idle");
    await panel.card(id).getByText("The helper says that it is late.").waitFor();
  });
});
