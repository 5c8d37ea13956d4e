import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Firefox } from "../support/firefox/firefox";
import { launchFirefox } from "../support/firefox/launch";
import type { Sidebar } from "../support/firefox/sidebar";
import { buildFixture } from "../support/fixture-extension/build";

const PAGE = "data:text/html,<title>Page</title><p id=text style='font-size:40px'>hello world</p>";

let fixture: Awaited<ReturnType<typeof buildFixture>>;
let scratch: string;
let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  fixture = await buildFixture("firefox");
  scratch = await mkdtemp(join(tmpdir(), "nexus-harness-"));
  firefox = await launchFirefox({ extension: fixture.dir });
  page = await firefox.openPage(PAGE);
});
afterEach(() => firefox.closeSidebar());
afterAll(async () => {
  await firefox?.close();
  await fixture.remove();
  await rm(scratch, { recursive: true, force: true });
});

/** Which life of the background answered. */
const backgroundLife = (sidebar: Sidebar) => sidebar.evaluate(`browser.runtime.sendMessage("startedAt")`);

async function greet(sidebar: Sidebar, name: string): Promise<string> {
  await sidebar.fill({ role: "textbox", name: "Name" }, name);
  await sidebar.click({ role: "button", name: "Greet" });
  return sidebar.text({ css: "#greeting" });
}

test("opens the real sidebar, which is no tab, and drives it with trusted events", async () => {
  const sidebar = await firefox.openSidebar();
  expect(await sidebar.evaluate("browser.tabs.getCurrent().then((tab) => tab === undefined)")).toBe(true);
  await sidebar.evaluate(`void addEventListener("click", (event) => { globalThis.trusted = event.isTrusted }, true)`);
  expect(await greet(sidebar, "Ada")).toBe("Hello Ada");
  expect(await sidebar.evaluate("trusted")).toBe(true);
});

test("closes the sidebar's document and opens it anew", async () => {
  const first = await firefox.openSidebar();
  await firefox.closeSidebar();
  await expect(first.evaluate("1")).rejects.toThrow("no such frame");
  expect(await greet(await firefox.openSidebar(), "Grace")).toBe("Hello Grace");
});

test("opens it by the toolbar button", async () => {
  await firefox.clickAction();
  expect(await greet(await firefox.sidebar(), "button")).toBe("Hello button");
});

test("opens it from the browser's context menu on selected text", async () => {
  await page.evaluate("getSelection().selectAllChildren(document.querySelector('#text'))");
  await firefox.contextMenu(page, { x: 60, y: 60 }, "Ask about selection");
  const sidebar = await firefox.sidebar();
  await sidebar.waitFor(`document.querySelector("#selection").textContent === "hello world"`);
});

test("runs the extension's commands by their keys", async () => {
  await firefox.pressKeys("Alt", "Shift", "O");
  const sidebar = await firefox.sidebar();
  await firefox.pressKeys("Alt", "Shift", "M");
  await sidebar.waitFor(`browser.storage.local.get("command").then(({ command }) => command === "mark")`);
});

test("ends the background under an open sidebar, and the next message starts another", async () => {
  const sidebar = await firefox.openSidebar();
  const before = await backgroundLife(sidebar);
  await firefox.killBackground();
  expect(await firefox.backgroundAlive()).toBe(false);
  expect(await backgroundLife(sidebar)).not.toBe(before);
  expect(await firefox.backgroundAlive()).toBe(true);
});

test("reloads the extension", async () => {
  const before = await backgroundLife(await firefox.openSidebar());
  await firefox.reloadExtension();
  expect(await backgroundLife(await firefox.openSidebar())).not.toBe(before);
});

test.each([
  { answer: "deny", result: "false" },
  { answer: "allow", result: "true" },
] as const)("answers a permission prompt with $answer", async ({ answer, result }) => {
  const sidebar = await firefox.openSidebar();
  await firefox.answerPrompt(() => sidebar.click({ role: "button", name: "Allow example.test" }), answer);
  await sidebar.waitFor(`document.querySelector("#allowed").textContent === "${result}"`);
});

test("takes back and grants a host, so that asking for it needs no prompt", async () => {
  await firefox.revokeHost("https://example.test/*");
  const sidebar = await firefox.openSidebar();
  const granted = `browser.permissions.contains({ origins: ["https://example.test/*"] })`;
  expect(await sidebar.evaluate(granted)).toBe(false);
  await firefox.grantHost("https://example.test/*");
  expect(await sidebar.evaluate(granted)).toBe(true);
  await sidebar.click({ role: "button", name: "Allow example.test" });
  await sidebar.waitFor(`document.querySelector("#allowed").textContent === "true"`);
});

test("takes pictures at 240 pixels, in both schemes", async () => {
  const sidebar = await firefox.openSidebar();
  await firefox.setSidebarWidth(240);
  for (const scheme of ["dark", "light"] as const) {
    await firefox.setColorScheme(scheme);
    await sidebar.waitFor(`matchMedia("(prefers-color-scheme: ${scheme})").matches`);
    await sidebar.screenshot(join(scratch, `${scheme}.png`));
    expect((await readFile(join(scratch, `${scheme}.png`))).readUInt32BE(16)).toBe(240);
  }
});

test("finds what breaks an accessibility rule", async () => {
  const sidebar = await firefox.openSidebar();
  expect(await sidebar.axe()).toEqual([]);
  await sidebar.evaluate(`void (document.querySelector("#greet").textContent = "")`);
  expect((await sidebar.axe()).map(({ id }) => id)).toEqual(["button-name"]);
});

test("starts again with what was stored", async () => {
  const sidebar = await firefox.openSidebar();
  await sidebar.evaluate(`browser.storage.local.set({ selection: "kept" })`);
  await firefox.restart();
  const reopened = await firefox.openSidebar();
  await reopened.waitFor(`document.querySelector("#selection").textContent === "kept"`);
});
