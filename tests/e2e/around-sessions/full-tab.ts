import { afterAll, beforeAll, expect, test } from "vitest";
import { text, tool } from "../../../tools/model/steps";
import { late } from "../late";
import { DOCUMENT_SCROLLS } from "../overflow";
import { type PanelDriver, panelOf } from "../panel";
import { atHome } from "../scene";
import { nexus, panel, stage } from "./scene";

const WIDE = { width: 1440, height: 900 };
const driver = late<PanelDriver>("tab");
const tab = driver.name;
const sessions = () => tab.page.getByRole("complementary", { name: "Sessions" });
const beside = (name: string) => tab.page.getByRole("complementary", { name, exact: true });
const wide = () => nexus.chromium.setPanelSize(tab.page, WIDE);
const tabs = () => nexus.chromium.context.pages().length;
const focused = () =>
  tab.page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? "");

beforeAll(async () => {
  await atHome(panel);
  stage.model.setScript(() => [text("Hello.")]);
  await stage.addSession("The tides of Brest");
  await stage.addSession("The harbour of Hamburg");
});
afterAll(() => tab.page.close());

test("opens at the panel's session, once a window, with an address for each session", async () => {
  await panel.openSession("The tides of Brest");
  const opened = nexus.chromium.context.waitForEvent("page");
  await panel.button("Open the panel in a tab").click();
  driver.set(panelOf(await opened));
  await wide();
  await tab.answers.getByText("Hello.").waitFor();
  const brest = await panel.sessionId();
  expect(await tab.sessionId()).toBe(brest);
  expect(tab.page.url()).toMatch(new RegExp(`#/session/[^/]+/${brest}$`));
  expect(await tab.page.title()).toBe("The tides of Brest – OpenCode Nexus");

  // Shown again, at what the panel shows then; by key as well.
  const count = tabs();
  await panel.home();
  await panel.openSession("The harbour of Hamburg");
  await panel.page.keyboard.press("Control+Shift+Y");
  const hamburg = await panel.sessionId();
  await expect.poll(() => tab.sessionId()).toBe(hamburg);
  expect(tabs()).toBe(count);
  await tab.page.goBack();
  await expect.poll(() => tab.sessionId()).toBe(brest);
  await tab.page.goForward();
  await expect.poll(() => tab.sessionId()).toBe(hamburg);
  await tab.page.reload();
  await expect.poll(() => tab.sessionId()).toBe(hamburg);
  // What the tab does leaves the panel where it is.
  await tab.openSession("The tides of Brest");
  expect(await panel.sessionId()).toBe(hamburg);
});

test("has the sessions beside the open one, and is the panel where it is narrow", async () => {
  const card = sessions().getByRole("button", { name: "The tides of Brest", exact: true });
  expect(await card.getAttribute("aria-expanded")).toBe("true");
  await tab.page.keyboard.press("Control+Shift+F");
  await expect.poll(focused).toBe("Search sessions");
  await tab.page.keyboard.type("hamb");
  await sessions().getByText("1 session", { exact: true }).waitFor();
  await tab.page.keyboard.press("Escape");
  expect(await tab.conversation.isVisible()).toBe(true);
  await card.focus();
  await tab.page.keyboard.press("F2");
  expect(await tab.page.getByRole("textbox", { name: "Title" }).inputValue()).toBe("The tides of Brest");
  await tab.page.keyboard.press("Escape");

  // Back from settings is the session again.
  await tab.button("Settings").click();
  await tab.page.getByRole("heading", { name: "Settings" }).waitFor();
  expect(await sessions().isVisible()).toBe(true);
  await tab.button("Back").click();
  await tab.message.fill("Half a thought");
  await nexus.chromium.setPanelSize(tab.page, { width: 600, height: 700 });
  await sessions().waitFor({ state: "detached" });
  expect(await tab.message.inputValue()).toBe("Half a thought");
  await tab.button("All sessions").click();
  await tab.cards.waitFor();
  await wide();
  await tab.page.getByRole("heading", { name: "New session" }).waitFor();
});

test("and the panel have one draft, and both show what happens in a session", async () => {
  await atHome(panel);
  for (const one of [tab, panel]) await one.openSession("The harbour of Hamburg");
  await panel.message.fill("How deep is it?");
  await expect.poll(() => tab.message.inputValue()).toBe("How deep is it?");
  stage.model.setScript(() => [text("Seventeen metres.")]);
  await tab.send.click();
  await tab.answers.getByText("Seventeen metres.").waitFor();
  await panel.answers.getByText("Seventeen metres.").waitFor();
  await expect.poll(() => panel.message.inputValue()).toBe("");
});

test("has changes and files beside the conversation, and gives the focus back", async () => {
  const content = Array.from({ length: 50 }, (_, index) => `console.log(high(${index}));`).join("\n");
  const steps = [[tool("write", { filePath: "src/main.ts", content })]];
  stage.model.setScript(() => steps.shift() ?? [text("Renamed.")]);
  await tab.ask("Rename it");
  await tab.button("1 file changed").press("Enter");
  // A draft grows with what becomes narrower, and stands there whole.
  await tab.message.fill("High water is when the moon has passed the harbour’s meridian. ".repeat(5));
  const field = () => tab.message.evaluate(({ clientWidth, clientHeight }) => ({ clientWidth, clientHeight }));
  const hidden = () => tab.message.evaluate((area) => area.scrollHeight - area.clientHeight);
  const before = await field();
  await tab.button(/^src\/main\.ts/).press("Enter");
  await beside("Changes").waitFor();
  await expect.poll(async () => (await field()).clientHeight).toBeGreaterThan(before.clientHeight);
  expect((await field()).clientWidth).toBeLessThan(before.clientWidth);
  expect(await hidden()).toBe(0);
  // At the file that one comes for.
  await expect.poll(focused).toMatch(/^src\/main\.ts/);
  // What went stands beside what came for it.
  const top = (kind: string) =>
    beside("Changes")
      .locator(`[data-kind="${kind}"]`)
      .first()
      .evaluate((line) => line.getBoundingClientRect().top);
  expect(await top("removed")).toBe(await top("added"));
  // Both can be used.
  await beside("Changes").getByText("Open the file").waitFor();
  // What was stands beside what is, and by a key above it.
  const isSideBySide = () =>
    beside("Changes").evaluate((sheet) => {
      const [before, after] = [...sheet.querySelectorAll("[data-kind]")].map((row) => row.getBoundingClientRect());
      return before && after && before.y === after.y && before.right <= after.x && before.width > 200;
    });
  await expect.poll(isSideBySide).toBe(true);
  await tab.page.keyboard.press("v");
  await expect.poll(isSideBySide).toBe(false);
  await tab.page.keyboard.press("v");
  await expect.poll(isSideBySide).toBe(true);
  await tab.message.fill("See ");
  await tab.page.keyboard.press("Control+f");
  await tab.page.getByRole("searchbox", { name: "Find in session" }).waitFor();
  await tab.button("Close search").click();
  for (const colorScheme of ["light", "dark"] as const) {
    await tab.page.emulateMedia({ colorScheme });
    expect(await nexus.chromium.axe(tab.page)).toEqual([]);
  }
  expect(await tab.page.evaluate(DOCUMENT_SCROLLS)).toBe(false);

  // A narrower window lays them over the conversation, as they are.
  const changed = tab.page.getByRole("list", { name: "Changed files" });
  const lineAtTop = () =>
    changed.evaluate((list) => {
      const top = list.getBoundingClientRect().y;
      const lines = [...list.querySelectorAll<HTMLElement>("[data-comment]")];
      return lines.find((line) => line.getBoundingClientRect().y >= top)?.ariaLabel;
    });
  await changed.getByRole("button", { name: "Comment on line 30", exact: true }).press("Enter");
  await tab.page.keyboard.type("Why");
  const comment = changed.getByRole("textbox", { name: "Comment on line 30 of src/main.ts" });
  // Typing would bring it into view otherwise.
  await comment.evaluate((field) => field.scrollIntoView({ block: "center" }));
  const place = await lineAtTop();
  await nexus.chromium.setPanelSize(tab.page, { width: 1000, height: 900 });
  await tab.page.getByRole("dialog", { name: "Changes", exact: true }).waitFor();
  expect(await lineAtTop()).toBe(place);
  await tab.page.keyboard.type(" so many");
  await wide();
  await beside("Changes").waitFor();
  await tab.page.keyboard.type("?");
  expect(await comment.inputValue()).toBe("Why so many?");
  expect(await lineAtTop()).toBe(place);
  await tab.page.keyboard.press("Escape");
  await changed.getByRole("button", { name: "Remove", exact: true }).click();

  await beside("Changes").getByRole("button", { name: "Open the file" }).click();
  await beside("main.ts").waitFor();
  await tab.page.keyboard.press("Escape");
  await expect.poll(focused).toBe("Open the file");
  await tab.page.keyboard.press("Escape");
  await beside("Changes").waitFor({ state: "detached" });
  await expect.poll(focused).toMatch(/^src\/main\.ts/);
});
