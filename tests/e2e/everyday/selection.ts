import type { Page } from "puppeteer-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { hold, text } from "../../../tools/model/steps";
import type { SidebarDriver } from "../sidebar";
import { serveWebPage, type WebPage } from "../web-page";
import { nexus, stage } from "./scene";

const ASK = "Ask OpenCode about selection";
const ANSWER = "Because the sea is pulled twice.";

let web: WebPage;
let page: Page;

beforeAll(async () => {
  web = await serveWebPage();
  page = await nexus.firefox.openPage(web.url);
  return () => web.close();
});
beforeEach(async () => {
  stage.model.setScript(() => [text(ANSWER)]);
  await nexus.firefox.closeSidebar();
  await page.bringToFront();
});

/** Selects an element's text and returns a point inside it. */
async function select(selector: string): Promise<{ x: number; y: number }> {
  await page.evaluate(`getSelection().selectAllChildren(document.querySelector(${JSON.stringify(selector)}))`);
  return pointIn(selector);
}

async function pointIn(selector: string): Promise<{ x: number; y: number }> {
  const box = await (await page.$(selector))?.boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  return { x: box.x + Math.min(60, box.width / 2), y: box.y + Math.min(20, box.height / 2) };
}

const focused = (sidebar: SidebarDriver) => sidebar.real.evaluate("document.activeElement?.ariaLabel");
const chips = (sidebar: SidebarDriver) => sidebar.real.count({ css: `[aria-label="Attached context"] > li` });

/** Opens the only chip and returns exactly what will be sent of it. */
async function openChip(sidebar: SidebarDriver): Promise<string> {
  await sidebar.real.click({ css: `[aria-label="Attached context"] li button:not([aria-label^="Remove"])` });
  await sidebar.real.appears({ role: "group", name: "Exactly what is sent" });
  return String(await sidebar.real.evaluate(SENT));
}

/** Every test leaves an empty composer behind. */
async function removeChip(sidebar: SidebarDriver): Promise<void> {
  await sidebar.real.click({ css: `[aria-label="Attached context"] li button[aria-label^="Remove"]` });
  await expect.poll(() => chips(sidebar)).toBe(0);
}

const SENT = `(() => {
  const editor = document.querySelector('[role=group][aria-label="Exactly what is sent"]');
  const [before, after] = [...editor.querySelectorAll("pre")].map((fence) => fence.textContent);
  return before + "\\n\\n" + editor.querySelector("textarea").value + "\\n" + after;
})()`;

test("a right click on a selection leads to the streamed answer", async () => {
  const before = stage.model.requests.length;
  await nexus.firefox.contextMenu(page, await select("#quote"), ASK);
  const sidebar = await nexus.opened();

  // A chip in the composer, which has the focus; nothing is sent.
  await sidebar.real.appears({ role: "list", name: "Attached context" });
  await expect.poll(() => chips(sidebar)).toBe(1);
  await expect.poll(() => focused(sidebar)).toBe("Message");
  await sidebar.connected();
  expect(stage.model.requests.length).toBe(before);
  expect(await nexus.violations(sidebar)).toEqual([]);

  const preview = await openChip(sidebar);
  expect(preview).toMatch(/^<page-content id="\w+" kind="selection" trust="untrusted">\n/);
  expect(preview).toContain(`Title: ${web.title}\n`);
  expect(preview).toContain(`\nURL: ${web.url}\n`);
  expect(preview).toContain(`\n\n${web.quote}\n</page-content`);
  expect(await nexus.violations(sidebar)).toEqual([]);

  const pause = hold();
  stage.model.setScript(() => [text("Because the sea is "), pause.step, text("pulled twice.")]);
  await sidebar.ask("Why twice?");
  await pause.reached;
  await expect.poll(async () => (await sidebar.shown()).at(-1)?.text.trim()).toBe("Because the sea is");
  pause.release();
  await sidebar.done();
  await expect.poll(async () => (await sidebar.shown()).at(-1)?.text).toBe(ANSWER);

  // The model got what the chip showed, fenced and labelled, and then the user's words.
  expect(stage.model.requests.length).toBe(before + 1);
  const prompt = stage.model.requests.at(-1)?.prompt ?? "";
  expect(prompt).toContain(preview);
  expect(prompt.indexOf("Why twice?")).toBeGreaterThan(prompt.indexOf("</page-content"));
  const own = await sidebar.real.text({ role: "article", name: "You" });
  expect(own).toContain("Why twice?");
  expect(own).not.toContain("untrusted");
  await expect.poll(() => chips(sidebar)).toBe(0);
  const stored = await stage.finalTexts(await sidebar.sessionId());
  expect(stored.at(-1)?.text).toBe(ANSWER);
  await sidebar.home();
});

test("the key opens the sidebar with the selection, also when the background is not running", async () => {
  await select("#quote");
  await nexus.firefox.killBackground();
  await nexus.firefox.pressKeys("Alt", "Shift", "K");
  const sidebar = await nexus.opened();
  await expect.poll(() => chips(sidebar)).toBe(1);
  await sidebar.connected();
  expect(await openChip(sidebar)).toContain(`\n\n${web.quote}\n</page-content`);
  await removeChip(sidebar);
  await expect.poll(() => focused(sidebar)).toBe("Message");
});

test.each([
  {
    what: "a page",
    at: "#blank",
    item: "Add page to OpenCode",
    label: "Tide tables, explained",
    path: "/tides?station=brest",
  },
  { what: "a link", at: "#link", item: "Add link to OpenCode", label: "The harmonics of a tide", path: "/harmonics" },
  { what: "an image", at: "#image", item: "Add image to OpenCode", label: "A tidal curve", path: "/curve.svg" },
])("$what becomes a chip with its name and address by the context menu", async ({ at, item, label, path }) => {
  await page.evaluate("getSelection().removeAllRanges()");
  await nexus.firefox.contextMenu(page, await pointIn(at), item);
  const sidebar = await nexus.opened();
  await sidebar.connected();
  await sidebar.real.appears({ role: "button", name: `Remove ${label}` });
  expect(await openChip(sidebar)).toContain(`\nURL: ${new URL(path, web.url).href}\n`);
  await removeChip(sidebar);
});

test("the toolbar button and its key open the sidebar, and close it again", async () => {
  await nexus.firefox.clickAction();
  await (await nexus.opened()).connected();
  await nexus.firefox.pressKeys("Alt", "Shift", "O");
  await expect.poll(() => nexus.firefox.evaluateInBrowser("SidebarController.isOpen")).toBe(false);
});
