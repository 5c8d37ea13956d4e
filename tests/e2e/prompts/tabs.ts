import { beforeAll, beforeEach, expect, test } from "vitest";
import { atHome } from "../scene";
import { serveWebPage, type WebPage } from "../web-page";
import { answer, nexus, open, panel, stage } from "./scene";

/** A name that leads to this machine, which the extension cannot know. */
const ELSEWHERE = "pages.test";
let web: WebPage;

beforeAll(async () => {
  web = await serveWebPage();
  await nexus.chromium.openPage(web.url);
  return () => web.close();
});
beforeEach(async () => {
  stage.model.setScript(answer);
  await atHome(panel);
  await panel.message.fill("");
});

const chips = () => panel.page.getByRole("list", { name: "Attached context" }).getByRole("listitem");
const addText = () => panel.button(`Add text of ${web.title}`);
const editor = () => panel.page.getByRole("group", { name: "Exactly what is sent" });
const field = () => editor().getByRole("textbox", { name: "Text from the page" });

async function nameTab(): Promise<void> {
  await panel.message.pressSequentially("Read @expl");
  const { host } = new URL(web.url);
  await panel.page.getByRole("option", { name: web.title }).filter({ hasText: host }).click();
  await expect.poll(() => chips().count()).toBe(1);
}

test("the text of a tab that is named goes along when it is wanted, and can be seen and changed before", async () => {
  await nameTab();
  expect(await nexus.violations(panel)).toEqual([]);
  await addText().click();
  await expect.poll(() => field().inputValue()).toContain(web.quote);
  expect(await nexus.violations(panel)).toEqual([]);
  expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
  await field().press("ControlOrMeta+End");
  await field().pressSequentially(" And the wind.");
  await panel.send.click();
  await panel.answers.getByText("I heard you.").waitFor();
  const prompt = stage.model.requests.at(-1)?.prompt ?? "";
  expect(prompt).toContain(`URL: ${web.url}`);
  expect(prompt).toContain(web.quote);
  expect(prompt).toContain(" And the wind.\n</page-content");
});

test("a tab's chip goes with its title in the text, and comes back with it", async () => {
  await nameTab();
  await panel.message.press("ControlOrMeta+Backspace");
  for (let left = 3; left > 0; left -= 1) await panel.message.press("Backspace");
  await expect.poll(() => chips().count()).toBe(0);
  while ((await panel.message.inputValue()) !== `Read “${web.title}” `) await panel.message.press("ControlOrMeta+z");
  await expect.poll(() => chips().count()).toBe(1);
  await panel.button(`Remove ${web.title}`).click();
  await expect.poll(() => chips().count()).toBe(0);
  expect(await panel.message.inputValue()).toBe("Read ");
});

test("a page is read only after the user has let it be, and what cannot be read says so", async () => {
  const url = web.url.replace("127.0.0.1", ELSEWHERE);
  const page = await nexus.chromium.openPage(url);
  await nexus.close(panel);
  // As one that was named, or added by the context menu, when the page could be seen.
  await nexus.chromium.evaluateInWorker(`(async () => {
    const item = { id: "far", kind: "page", title: ${JSON.stringify(web.title)}, url: ${JSON.stringify(url)}, text: "", createdAt: 1 };
    await chrome.storage.local.set({ "draft:new": { v: 1, data: { text: "", context: [item] } } });
  })()`);
  await open();
  await panel.connected();
  await addText().click();
  await editor()
    .getByText(/needs your leave for pages\.test:\d+/)
    .waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await nexus.chromium.grantHost(`http://${ELSEWHERE}/*`);
  await editor().getByRole("button", { name: "Let it be read" }).press("Enter");
  await expect.poll(() => field().inputValue()).toContain(web.quote);
  await field().fill("");
  await page.close();
  await editor().getByRole("button", { name: "Add the page’s text" }).click();
  await editor().getByText("No open tab shows this page any more.").waitFor();
  await editor().getByRole("button", { name: "Close" }).click();
  await panel.button(`Remove ${web.title}`).click();
});
