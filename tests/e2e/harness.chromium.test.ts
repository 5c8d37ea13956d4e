import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Chromium } from "../support/chromium/chromium";
import { launchChromium } from "../support/chromium/launch";
import { buildFixture } from "../support/fixture-extension/build";

const PAGE = "data:text/html,<title>Page</title><p id=text style='font-size:40px'>hello world</p>";

let fixture: Awaited<ReturnType<typeof buildFixture>>;
let scratch: string;
beforeAll(async () => {
  fixture = await buildFixture("chromium");
  scratch = await mkdtemp(join(tmpdir(), "nexus-harness-"));
});
afterAll(async () => {
  await fixture.remove();
  await rm(scratch, { recursive: true, force: true });
});

/** Which life of the worker answered the panel. */
const workerLife = (panel: Page) => panel.evaluate(`chrome.runtime.sendMessage("startedAt")`);

async function greet(panel: Page, name: string): Promise<string | null> {
  await panel.getByRole("textbox", { name: "Name" }).fill(name);
  await panel.getByRole("button", { name: "Greet" }).click();
  return panel.locator("#greeting").textContent();
}

/** Width and height a PNG states in its header. */
async function sizeOf(file: string): Promise<[number, number]> {
  const png = await readFile(file);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe("without a window", () => {
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await launchChromium({ extension: fixture.dir });
    page = await chromium.openPage(PAGE);
  });
  afterAll(() => chromium.close());

  test("opens the real side panel, which is no tab", async () => {
    const panel = await chromium.openPanel(page);
    expect(await panel.evaluate("chrome.tabs.getCurrent().then((tab) => tab === undefined)")).toBe(true);
    expect(await panel.evaluate("innerWidth")).toBe(360);
    expect(await greet(panel, "Ada")).toBe("Hello Ada");
    await chromium.closePanel(panel);
  });

  test("closes the panel's document and opens it anew", async () => {
    const first = await chromium.openPanel(page);
    await chromium.closePanel(first);
    expect(first.isClosed()).toBe(true);
    const second = await chromium.openPanel(page);
    expect(await greet(second, "Grace")).toBe("Hello Grace");
    await chromium.closePanel(second);
  });

  test("drives a panel in each of two windows", async () => {
    const other = await chromium.openWindow(PAGE);
    const panels = [await chromium.openPanel(page), await chromium.openPanel(other)] as const;
    expect(await greet(panels[0], "one")).toBe("Hello one");
    expect(await greet(panels[1], "two")).toBe("Hello two");
    expect(await panels[0].locator("#greeting").textContent()).toBe("Hello one");
    await chromium.closePanel(panels[0]);
    expect(await greet(panels[1], "still here")).toBe("Hello still here");
    await chromium.closePanel(panels[1]);
    await other.close();
  });

  test("kills the worker under an open panel, and the next message starts another", async () => {
    const panel = await chromium.openPanel(page);
    const before = await workerLife(panel);
    await chromium.killWorker();
    expect(await chromium.workerAlive()).toBe(false);
    expect(await workerLife(panel)).not.toBe(before);
    expect(await chromium.workerAlive()).toBe(true);
    expect(await greet(panel, "again")).toBe("Hello again");
    await chromium.closePanel(panel);
  });

  test("evaluates in the worker", async () => {
    await chromium.evaluateInWorker(`chrome.storage.session.set({ here: 1 })`);
    expect(await chromium.evaluateInWorker("chrome.storage.session.get()")).toEqual({ here: 1 });
    await expect(chromium.evaluateInWorker("Promise.reject(new Error('no'))")).rejects.toThrow("no");
  });

  test("reloads the extension, which closes its panels", async () => {
    const panel = await chromium.openPanel(page);
    const before = await workerLife(panel);
    await chromium.reloadExtension();
    const reopened = await chromium.openPanel(page);
    expect(panel.isClosed()).toBe(true);
    expect(await workerLife(reopened)).not.toBe(before);
    await chromium.closePanel(reopened);
  });

  test("takes pictures at any width and leaves the panel as it was", async () => {
    const panel = await chromium.openPanel(page);
    for (const width of [360, 240]) {
      const file = join(scratch, `panel-${width}.png`);
      await chromium.screenshot(panel, file, { width, height: 500, colorScheme: "dark" });
      expect(await sizeOf(file)).toEqual([width, 500]);
    }
    expect(await panel.evaluate("innerWidth")).toBe(360);
    await chromium.closePanel(panel);
  });

  test("finds what breaks an accessibility rule in spite of the extension's policy", async () => {
    const panel = await chromium.openPanel(page);
    expect(await chromium.axe(panel)).toEqual([]);
    await panel.evaluate(`document.querySelector("#greet").textContent = ""`);
    expect((await chromium.axe(panel)).map(({ id }) => id)).toEqual(["button-name"]);
    await panel.evaluate(() => {
      const row = document.createElement("div");
      row.style.cssText = "display: flex; background: white";
      for (const name of ["One", "Other"]) {
        const button = document.createElement("button");
        button.textContent = name;
        button.style.cssText = "width: 12px; height: 12px; padding: 0; overflow: hidden";
        row.append(button);
      }
      document.querySelector("#greet")?.after(row);
    });
    expect((await chromium.axe(panel)).map(({ id }) => id)).toEqual(["button-name", "target-size"]);
    await chromium.closePanel(panel);
  });

  test("grants a host, so that asking for it needs no prompt", async () => {
    await chromium.grantHost("https://example.test/*");
    const panel = await chromium.openPanel(page);
    await panel.getByRole("button", { name: "Allow example.test" }).click();
    await expect.poll(() => panel.locator("#allowed").textContent()).toBe("true");
    await chromium.revokeHost("https://example.test/*");
    await chromium.closePanel(panel);
  });

  test("lets go of the browser and takes it up again", async () => {
    await chromium.openPanel(page);
    await chromium.withoutDebugger(async () => undefined);
    const panel = await chromium.panel();
    expect(await greet(panel, "back")).toBe("Hello back");
    await chromium.closePanel(panel);
  });

  test.each([{ kill: false }, { kill: true }])("starts again with what was stored (%o)", async (how) => {
    const panel = await chromium.openPanel(await chromium.openPage(PAGE));
    await panel.evaluate(`chrome.storage.local.set({ selection: "kept ${how.kill}" })`);
    await chromium.restart(how);
    const reopened = await chromium.openPanel(await chromium.openPage(PAGE));
    await expect.poll(() => reopened.locator("#selection").textContent()).toBe(`kept ${how.kill}`);
    await chromium.closePanel(reopened);
  });
});

describe.runIf(process.platform === "linux")("in a window on a virtual display", () => {
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await launchChromium({ extension: fixture.dir, headful: true });
    page = await chromium.openPage(PAGE);
  });
  afterAll(() => chromium.close());

  test("opens the panel from the browser's context menu on selected text", async () => {
    await page.locator("#text").selectText();
    await chromium.contextMenu(page, { x: 60, y: 60 }, ["Up", "Up", "Return"]);
    const panel = await chromium.panel();
    await expect.poll(() => panel.locator("#selection").textContent()).toBe("hello world");
    await chromium.closePanel(panel);
  });

  test("runs the extension's commands by their keys", async () => {
    await chromium.display?.key("alt+shift+o");
    const panel = await chromium.panel();
    await chromium.display?.key("alt+shift+m");
    await expect.poll(() => panel.evaluate("chrome.storage.local.get('command')")).toEqual({ command: "mark" });
    await chromium.closePanel(panel);
  });

  test.each([
    { answer: "deny", result: "false" },
    { answer: "allow", result: "true" },
  ] as const)("answers a permission prompt with $answer", async ({ answer, result }) => {
    const panel = await chromium.openPanel(page);
    await chromium.answerPrompt(() => panel.getByRole("button", { name: "Allow example.test" }).click(), answer);
    await expect.poll(() => panel.locator("#allowed").textContent()).toBe(result);
    await chromium.closePanel(panel);
  });

  test("takes a picture of the whole window", async () => {
    const file = join(scratch, "window.png");
    await chromium.display?.screenshot(file);
    expect(await sizeOf(file)).toEqual([1280, 800]);
  });
});
