import { afterEach, expect, test } from "vitest";
import { text, tool } from "../../../tools/model/steps";
import { answer, nexus, sidebar, stage } from "./scene";

afterEach(() => stage.model.setScript(answer));

const asks = () =>
  stage.model.setScript(({ results }) =>
    results.length === 0 ? [tool("bash", { command: "echo ebb", description: "Says it" })] : [text("It ran.")],
  );
const REQUEST = { role: "group", name: "Permission: bash" };

/** A session behind the extension's back that waits for the user. */
async function waiting(words: string): Promise<string> {
  const id = await stage.createSession();
  await stage.prompt(id, words);
  return id;
}

test("a click on a notification leads to the request, in the sidebar that is open", async () => {
  asks();
  await sidebar.ask("Ask me here");
  await sidebar.real.appears(REQUEST);
  await nexus.firefox.answerPrompt(() => sidebar.press("Allow"), "allow");
  await sidebar.press("Reject");
  await sidebar.done();
  await sidebar.home();

  const id = await waiting("Ask me");
  await nexus.firefox.clickNotification("Ask me");
  await sidebar.real.appears(REQUEST);
  expect(await sidebar.sessionId()).toBe(id);
  await sidebar.press("Allow once");
  await sidebar.says("It ran.");
  await sidebar.done();
  expect((await stage.finalTexts(id)).at(-1)?.text).toBe("It ran.");
  await sidebar.home();
});

/** For Firefox a click on a notification is none of the user's that may open a sidebar. */
test("and in a tab where none is open, also when the background is not running", async () => {
  asks();
  // Firefox wakes a background only for what it listened to from its start; this one was allowed to notify later.
  await nexus.firefox.killBackground();
  const id = await waiting("Ask me in a tab");
  const isTold = `browser.notifications.getAll().then((told) => Object.keys(told).some((one) => one.includes("${id}")))`;
  await sidebar.real.waitFor(isTold);
  await nexus.firefox.closeSidebar();
  await nexus.firefox.killBackground();
  await nexus.firefox.clickNotification("Ask me in a tab");
  const tab = async () => (await nexus.firefox.browser.pages()).find((page) => page.url().endsWith(`/${id}`));
  await expect.poll(tab).toBeDefined();
  const page = await tab();
  await page?.waitForSelector(`main > [data-session-id="${id}"] [role=group][aria-label="${REQUEST.name}"]`);
  await page?.close();
});
