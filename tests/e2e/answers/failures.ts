import { beforeEach, expect, test } from "vitest";
import { broken, failure, hold, stall, text, tool } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { story } from "../story";
import { nexus, panel, stage } from "./scene";

beforeEach(() => atHome(panel));

test("Stop ends the answer where it is and keeps what was said", async () => {
  const said = story("ebb", 2);
  stage.model.setScript(() => [text(said), stall()]);
  await panel.ask("Tell me a long story");
  await panel.answers.getByText("ebb-2-12").waitFor();
  await panel.stop.click();
  await panel.answers.getByText("Stopped", { exact: true }).waitFor();
  await panel.stop.waitFor({ state: "detached" });
  const stored = await stage.finalTexts(await panel.sessionId());
  expect(stored.at(-1)?.text).toBe(said);
  const shown = (await panel.shown()).at(-1)?.text;
  expect(shown).toBe(`${said}\n\nStopped`);
  expect(await nexus.violations(panel)).toEqual([]);

  stage.model.setScript(() => [text("Here I am again.")]);
  await panel.ask("Never mind");
  await panel.answers.getByText("Here I am again.").waitFor();
});

test("Stop while a permission waits takes the request away, and nothing needs the user any more", async () => {
  stage.model.setScript(() => [tool("bash", { command: "sleep 1", description: "Waits" })]);
  await panel.ask("Wait a second");
  await panel.request("Permission: bash").waitFor();
  const id = await panel.sessionId();
  await panel.stop.click();
  await panel.request("Permission: bash").waitFor({ state: "detached" });
  await panel.stop.waitFor({ state: "detached" });
  expect(await stage.get("/permission")).toEqual([]);
  await panel.home();
  await expect.poll(() => panel.card(id).getAttribute("data-state")).toBe("idle");
});

test("a provider that refuses is told in words, on the answer and on the card", async () => {
  stage.model.setScript(() => [failure(401, "Invalid API key")]);
  await panel.ask("Are you there?");
  await panel.answers.getByText("The provider refused the credentials. Sign in again in OpenCode.").waitFor();
  await panel.answers.getByText("Invalid API key").waitFor();
  await panel.stop.waitFor({ state: "detached" });
  expect(await nexus.violations(panel)).toEqual([]);
  const id = await panel.sessionId();
  await panel.home();
  await expect.poll(() => panel.card(id).getAttribute("data-state")).toBe("failed");
  await panel.card(id).getByText("Failed: Invalid API key").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
});

test("a busy provider is waited for, and the panel says so until the answer comes", async () => {
  stage.model.setScript(() => {
    stage.model.setScript(() => [text("Here I am.")]);
    return [failure(500, "The model is overloaded", { "retry-after": "2" })];
  });
  await panel.ask("Can you hear me?");
  await panel.conversation.getByText(/^The provider is busy; trying again in \d+ s \(1st try\)$/).waitFor();
  await panel.conversation.getByText("The model is overloaded").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.answers.getByText("Here I am.").waitFor();
  await panel.conversation
    .getByText(/^The provider is busy/)
    .first()
    .waitFor({ state: "detached" });
});

test("an answer whose connection broke is begun again, and only the whole one stays", async () => {
  const half = hold();
  stage.model.setScript(() => {
    stage.model.setScript(() => [text("The whole answer.")]);
    return [text("Half of the"), half.step, broken()];
  });
  await panel.ask("Once more?");
  await panel.answers.getByText("Half of the").waitFor();
  half.release();
  await panel.answers.getByText("The whole answer.").waitFor();
  await panel.stop.waitFor({ state: "detached" });
  const stored = await stage.finalTexts(await panel.sessionId());
  await expect.poll(async () => (await panel.shown()).map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  expect(await panel.answers.last().textContent()).toContain("The whole answer.");
});

test("a message that the server cannot start with is told in words, in the session and on its card", async () => {
  stage.model.setScript(() => [text("Hello.")]);
  await panel.ask("Which models are there?");
  await panel.answers.getByText("Hello.").waitFor();
  const id = await panel.sessionId();
  await stage.finalTexts(id);
  // The panel offers no such model; one that was chosen may go while the panel is open.
  await stage.post(`/session/${id}/prompt_async`, {
    parts: [{ type: "text", text: "Use another model" }],
    model: { providerID: "nobody", modelID: "none" },
  });
  await panel.questions.getByText("Use another model").waitFor();
  await panel.conversation.getByText(/nobody/).waitFor();
  await panel.home();
  await expect.poll(() => panel.card(id).getAttribute("data-state")).toBe("failed");
  await panel
    .card(id)
    .getByText(/^Failed: .*nobody/)
    .waitFor();
});
