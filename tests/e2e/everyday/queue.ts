import { afterEach, expect, test } from "vitest";
import { hold, text } from "../../../tools/model/steps";
import { answer, nexus, sidebar, stage } from "./scene";

afterEach(() => stage.model.setScript(answer));

const QUEUED = "[aria-label='Queued messages'] > li";
const inLine = (place: number, label: string) => ({ css: `${QUEUED}:nth-child(${place}) [aria-label='${label}']` });
const queued = () =>
  sidebar.real.evaluate(`[...document.querySelectorAll("${QUEUED}")].map((line) => line.innerText.trim())`);
const said = async (sessionId: string) =>
  (await stage.storedTexts(sessionId)).flatMap((message) => (message.role === "user" ? [message.text] : []));

async function write(words: string): Promise<void> {
  await sidebar.real.fill({ role: "textbox", name: "Message" }, words);
  await sidebar.real.press("Enter");
}

test("what is written while the agent works is moved by pointer and by keys, changed, and goes in that order", async () => {
  const run = hold();
  stage.model.setScript(({ prompt }) =>
    prompt === "Begin" ? [text("At it."), run.step] : [text(`Answer to ${prompt}`)],
  );
  await sidebar.ask("Begin");
  await run.reached;
  for (const words of ["One", "Two", "Three"]) await write(words);
  await expect.poll(queued).toEqual(["One", "Two", "Three"]);
  expect(await nexus.violations(sidebar)).toEqual([]);

  await sidebar.real.click(inLine(3, "Move up"));
  await expect.poll(queued).toEqual(["One", "Three", "Two"]);
  // The focus went along; from the menu's button the keys move as well, and leave it closed.
  await sidebar.real.press("Tab");
  await sidebar.real.press("Tab");
  await sidebar.real.waitFor(`document.activeElement.ariaLabel === "Queued message"`);
  await sidebar.real.press("Alt+ArrowUp");
  await expect.poll(queued).toEqual(["Three", "One", "Two"]);
  await sidebar.says("Moved to 1 of 3");
  expect(await sidebar.real.count({ role: "menu" })).toBe(0);

  await sidebar.real.press("Enter");
  await sidebar.real.click({ role: "menuitem", name: "Move down" });
  await expect.poll(queued).toEqual(["One", "Three", "Two"]);
  await sidebar.real.click(inLine(2, "Queued message"));
  await sidebar.real.click({ role: "menuitem", name: "Edit" });
  await sidebar.real.waitFor(`document.activeElement.value === "Three"`);
  await sidebar.real.type(" and more");
  await sidebar.real.press("Enter");
  await expect.poll(queued).toEqual(["One", "Three and more", "Two"]);

  const id = await sidebar.sessionId();
  expect(await said(id)).toEqual(["Begin"]);
  run.release();
  await expect.poll(() => said(id)).toEqual(["Begin", "One", "Three and more", "Two"]);
  await sidebar.says("Answer to Two");
  await sidebar.done();
  await sidebar.home();
});
