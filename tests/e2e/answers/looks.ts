import { beforeEach, expect, test } from "vitest";
import { reasoning, stall, text, tool } from "../../../tools/model/steps";
import { panelOf } from "../panel";
import { atHome } from "../scene";
import { nexus, open, panel, stage } from "./scene";

beforeEach(() => atHome(panel));

/** An answer with a thought, a command and an edit; three messages of the agent's. */
async function answered(question: string): Promise<void> {
  const left = [
    [reasoning("The height stands in the main file."), tool("bash", { command: "echo high", description: "Says it" })],
    [tool("edit", { filePath: "src/main.ts", oldString: "toFixed(2)", newString: "toFixed(2).trim()" })],
  ];
  stage.model.setScript(() => left.shift() ?? [text("Trimmed.")]);
  await panel.ask(question);
  for (const permission of ["bash", "edit"]) {
    await panel.request(`Permission: ${permission}`).getByRole("button", { name: "Allow once" }).click();
  }
  await panel.answers.getByText("Trimmed.").waitFor();
  await stage.finalTexts(await panel.sessionId());
  await panel.stop.waitFor({ state: "detached" });
}

test("stand as they are chosen to in Settings: thoughts, commands and edits, at once in every panel", async () => {
  await answered("Trim it");
  const thought = () => panel.answers.getByRole("button", { name: /^Thought/ });
  const words = panel.answers.getByText("The height stands in the main file.");
  const named = (name: string) => panel.answers.getByRole("group", { name, exact: true });
  await thought().waitFor();
  expect([await words.count(), await named("Output").count(), await named("Changes").count()]).toEqual([0, 0, 0]);

  const opened = nexus.chromium.context.waitForEvent("page");
  await panel.button("Open the panel in a tab").click();
  const tab = panelOf(await opened);
  await tab.button("Settings").click();
  const thoughts = tab.page.getByLabel("What models think");
  const box = (name: string) => tab.page.getByRole("checkbox", { name });
  await thoughts.selectOption("Unfolded");
  await words.waitFor();
  await box("Unfold the output of commands").check();
  await named("Output").getByText("high").waitFor();
  await box("Unfold the changes of edits").check();
  await named("Changes").getByText("trim").first().waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await thoughts.selectOption("Hidden");
  await thought().waitFor({ state: "detached" });
  // What is hidden is found, and shown while it is looked at.
  await panel.page.keyboard.press("Control+f");
  await panel.page.keyboard.type("stands in the main");
  await words.waitFor();

  // Kept for the next panel.
  await nexus.close(panel);
  await open();
  await panel.answers.getByText("Trimmed.").waitFor();
  expect(await thought().count()).toBe(0);
  await named("Output").getByText("high").waitFor();
  await thoughts.selectOption("Folded");
  await thought().waitFor();
  await box("Unfold the output of commands").uncheck();
  await box("Unfold the changes of edits").uncheck();
  await named("Output").waitFor({ state: "detached" });
  await tab.page.close();
});

test("tell when they ended, who gave them, and all that the server stores of them", async () => {
  await answered("Trim it once more");
  const id = await panel.sessionId();
  const [question, ...answers] = (await stage.get(`/session/${id}/message`)) as {
    info: { time: { created: number } };
  }[];
  const answer = panel.answers.last();
  expect(await answer.textContent()).toMatch(/\d:\d\d( [AP]M)? · build · Scripted · [\d.]+k? tokens/);
  const [asked, ended] = [panel.questions.first().locator("time"), answer.locator("time")];
  expect(await asked.getAttribute("datetime")).toBe(new Date(question?.info.time.created ?? 0).toISOString());
  for (const time of [asked, ended])
    expect(await time.getAttribute("title")).toContain(String(new Date().getFullYear()));

  await panel.page.evaluate(() => {
    navigator.clipboard.writeText = async (copied) => {
      document.documentElement.dataset.copied = copied;
    };
  });
  for (const { article, name, stored } of [
    { article: panel.questions.first(), name: "Message as JSON", stored: question },
    { article: answer, name: "Messages as JSON", stored: answers },
  ]) {
    await article.getByRole("button", { name: "Message actions" }).click();
    await panel.page.getByRole("menuitem", { name: "Show as JSON" }).click();
    const sheet = panel.page.getByRole("dialog", { name, exact: true });
    await sheet.getByText('"role"').first().waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await sheet.getByRole("button", { name: "Copy", exact: true }).click();
    const copied = () => panel.page.locator("html").getAttribute("data-copied");
    await expect.poll(async () => JSON.parse((await copied()) ?? "null")).toEqual(stored);
    await panel.page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
  }
});

test("of a subagent end where they are when it is stopped, and the agent that sent it goes on", async () => {
  stage.model.setScript(({ prompt, results }) => {
    if (prompt.includes("Count the gulls")) return [text("One gull, two"), stall()];
    return results.length > 0
      ? [text("I count them myself.")]
      : [tool("task", { description: "Gulls", prompt: "Count the gulls.", subagent_type: "general" })];
  });
  await panel.ask("How many gulls?");
  await panel.button("Open the subagent: Gulls").click();
  await panel.answers.getByText("One gull, two").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  // Its words are another agent's: they are neither edited nor reverted to.
  await panel.questions.first().getByRole("button", { name: "Message actions" }).click();
  await panel.page.getByRole("menuitem", { name: "Fork here" }).waitFor();
  expect(await panel.page.getByRole("menuitem").allTextContents()).toEqual(["Copy", "Fork here", "Show as JSON"]);
  await panel.page.keyboard.press("Escape");
  await panel.stop.click();
  await panel.stop.waitFor({ state: "detached" });
  await panel.answers.getByText("Stopped", { exact: true }).waitFor();
  await panel.button("Open that session").click();
  await panel.answers.getByText("I count them myself.").waitFor();
});
