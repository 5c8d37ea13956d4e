import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hold, text } from "../../tools/model/steps";
import type { Chromium } from "../support/chromium/chromium";
import { launchChromium } from "../support/chromium/launch";
import { EXTENSION } from "./extension";
import { panelOf } from "./panel";
import { createStage, type Stage } from "./stage";
import { serveWebPage, type WebPage } from "./web-page";

/** The extension's only item stands just above "Inspect", the last one; for a page "View page source" is between. */
const ITEM = ["End", "Up", "Return"];
const ITEM_OF_PAGE = ["End", "Up", "Up", "Return"];

let stage: Stage;
let web: WebPage;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  stage = await createStage({ script: () => [text("Because the sea is pulled twice.")] });
  web = await serveWebPage();
  chromium = await launchChromium({ extension: EXTENSION, headful: true });
  page = await chromium.openPage(web.url);
  const first = panelOf(await chromium.openPanel(page));
  await first.addServer({ url: stage.server.url });
  await first.connected();
  await chromium.closePanel(first.page);
});

afterAll(async () => {
  await chromium?.close();
  await web?.close();
  await stage?.close();
});

beforeEach(async () => {
  stage.model.setScript(() => [text("Because the sea is pulled twice.")]);
  await page.bringToFront();
  await page.goto(web.url);
});

/** Every test begins with the panel closed, at home, and with no draft. */
afterEach(async () => {
  for (const panel of await openPanels()) await chromium.closePanel(panel);
  await wakeWorker();
  await chromium.evaluateInWorker(`(async () => {
    const keys = Object.keys(await chrome.storage.local.get());
    await chrome.storage.local.remove(keys.filter((key) => key === "view" || key.startsWith("draft:")));
    await chrome.storage.session.clear();
  })()`);
});

const opened = new Set<Page>();

async function panelThatOpens() {
  const panel = await chromium.panel();
  opened.add(panel);
  return panelOf(panel);
}

async function openPanel(inWindowOf: Page = page) {
  const panel = await chromium.openPanel(inWindowOf);
  opened.add(panel);
  return panelOf(panel);
}

async function openPanels(): Promise<Page[]> {
  const open = [...opened].filter((panel) => !panel.isClosed());
  opened.clear();
  return open;
}

async function wakeWorker(): Promise<void> {
  if (await chromium.workerAlive()) return;
  const panel = await chromium.openPanel(page);
  await panelOf(panel).connected();
  await chromium.closePanel(panel);
}

async function select(target: Page, selector = "#quote"): Promise<{ x: number; y: number }> {
  await target.locator(selector).selectText();
  return middleOf(target, selector);
}

async function middleOf(target: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await target.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  return { x: box.x + Math.min(60, box.width / 2), y: box.y + Math.min(20, box.height / 2) };
}

type Driver = ReturnType<typeof panelOf>;
const chips = (panel: Driver) => panel.page.getByRole("list", { name: "Attached context" }).getByRole("listitem");
const chipLabels = (panel: Driver) => chips(panel).getByRole("button", { name: /^(?!Remove)/ });
const editor = (panel: Driver) => panel.page.getByRole("group", { name: "Exactly what is sent" });
const focused = (panel: Driver) => panel.page.evaluate("document.activeElement?.getAttribute('aria-label')");

describe.runIf(process.platform === "linux")("asking about a selection", () => {
  test("leads from a right click to the streamed answer", async () => {
    const before = stage.model.requests.length;
    await chromium.contextMenu(page, await select(page), ITEM);
    const panel = await panelThatOpens();

    // A chip in the composer, which has the focus; nothing is sent.
    await chips(panel).first().waitFor();
    expect(await chips(panel).count()).toBe(1);
    await expect.poll(() => focused(panel)).toBe("Message");
    await panel.connected();
    expect(stage.model.requests.length).toBe(before);
    expect(await chromium.axe(panel.page)).toEqual([]);

    // It opens to exactly what will be sent.
    await chipLabels(panel).click();
    const shown = editor(panel);
    await shown.getByText(`Title: ${web.title}`).waitFor();
    expect(await shown.textContent()).toContain(`URL: ${web.url}`);
    expect(await shown.getByRole("textbox").inputValue()).toBe(web.quote);
    expect(await chromium.axe(panel.page)).toEqual([]);
    const preview = await previewOf(panel);

    const pause = hold();
    stage.model.setScript(() => [text("Because the sea is "), pause.step, text("pulled twice.")]);
    await panel.ask("Why twice?");
    await pause.reached;
    await panel.answers.getByText("Because the sea is").waitFor();
    expect(await panel.stop.isVisible()).toBe(true);
    pause.release();
    await panel.answers.getByText("Because the sea is pulled twice.").waitFor();

    // The model got what the chip showed, fenced and labelled, and then the user's words.
    expect(stage.model.requests.length).toBe(before + 1);
    const prompt = stage.model.requests.at(-1)?.prompt ?? "";
    expect(prompt).toContain(preview);
    expect(preview).toMatch(/^<page-content id="\w+" kind="selection" trust="untrusted">\n/);
    expect(preview).toContain(`\nURL: ${web.url}\n`);
    expect(preview).toContain(`\n\n${web.quote}\n</page-content`);
    expect(prompt.indexOf("Why twice?")).toBeGreaterThan(prompt.indexOf("</page-content"));

    // In the conversation the context is a chip that opens, not a wall of text.
    const own = panel.page.getByRole("article", { name: "You" });
    await own.getByText("Why twice?").waitFor();
    expect(await own.textContent()).not.toContain("untrusted");
    expect(await own.textContent()).toContain("High water comes");
    await expect.poll(() => chips(panel).count()).toBe(0);
    expect(await panel.message.inputValue()).toBe("");

    // The card remembers its page.
    await panel.button("All sessions").click();
    const card = panel.cards.getByRole("article").first();
    await card.getByTitle(web.url).waitFor();
    expect(await card.getByTitle(web.url).getAttribute("title")).toBe(`${web.title}\n${web.url}`);
  });

  test("sends what the user has made of the text", async () => {
    await chromium.contextMenu(page, await select(page), ITEM);
    const panel = await panelThatOpens();
    await panel.connected();
    await chipLabels(panel).click();
    await editor(panel).getByRole("textbox").fill("Spring tides only.");
    await panel.ask("When?");
    await panel.answers.getByText("Because the sea is pulled twice.").waitFor();
    const prompt = stage.model.requests.at(-1)?.prompt ?? "";
    expect(prompt).toContain("\n\nSpring tides only.\n</page-content");
    expect(prompt).not.toContain("High water");
  });

  test("sends nothing of a chip that was removed", async () => {
    await chromium.contextMenu(page, await select(page), ITEM);
    const panel = await panelThatOpens();
    await panel.connected();
    await chips(panel)
      .getByRole("button", { name: /^Remove/ })
      .click();
    expect(await chips(panel).count()).toBe(0);
    expect(await focused(panel)).toBe("Message");
    await panel.ask("What is a tide?");
    await panel.answers.getByText("Because the sea is pulled twice.").waitFor();
    expect(stage.model.requests.at(-1)?.prompt).not.toContain("page-content");
  });

  test("goes to the draft of the session that is open", async () => {
    const panel = await openPanel();
    await panel.connected();
    await panel.ask("First question");
    await panel.answers.getByText("Because the sea is pulled twice.").waitFor();
    const title = await panel.page.getByRole("article").first().getAttribute("data-session-id");
    await panel.message.fill("About this:");
    await chromium.contextMenu(page, await select(page), ITEM);
    await chips(panel).first().waitFor();
    expect(await panel.message.inputValue()).toBe("About this:");
    await panel.send.click();
    await expect.poll(() => panel.answers.count()).toBe(2);
    await expect.poll(() => stage.model.requests.at(-1)?.prompt).toContain(web.quote);
    expect(await panel.page.getByRole("article").first().getAttribute("data-session-id")).toBe(title);
    expect(await stage.storedTexts(title ?? "")).toHaveLength(4);
  });

  test("works by its key, and what is typed next lands in the composer", async () => {
    await select(page);
    await chromium.display?.key("alt+shift+k");
    const panel = await panelThatOpens();
    await chips(panel).first().waitFor();
    await expect.poll(() => focused(panel)).toBe("Message");
    await chromium.display?.type("Why twice?");
    await expect.poll(() => panel.message.inputValue()).toBe("Why twice?");
    await chipLabels(panel).click();
    expect(await editor(panel).getByRole("textbox").inputValue()).toBe(web.quote);
  });

  test("says nothing when nothing is selected, and opens the panel all the same", async () => {
    await chromium.display?.key("alt+shift+k");
    const panel = await panelThatOpens();
    await panel.connected();
    expect(await chips(panel).count()).toBe(0);
  });

  test("leaves the settings for the composer", async () => {
    const panel = await openPanel();
    await panel.connected();
    await panel.button("Settings").click();
    await panel.message.waitFor({ state: "detached" });
    await chromium.contextMenu(page, await select(page), ITEM);
    await chips(panel).first().waitFor();
    await expect.poll(() => focused(panel)).toBe("Message");
  });

  test("survives the background's death before the prompt is sent", async () => {
    await chromium.contextMenu(page, await select(page), ITEM);
    const panel = await panelThatOpens();
    await chips(panel).first().waitFor();
    await chromium.killWorker();
    await panel.connected();
    expect(await chips(panel).count()).toBe(1);
    await panel.ask("Still there?");
    await panel.answers.getByText("Because the sea is pulled twice.").waitFor();
    expect(stage.model.requests.at(-1)?.prompt).toContain(web.quote);
    await expect.poll(() => chips(panel).count()).toBe(0);
  });

  test("waits for its panel through the background's death", async () => {
    // The click has been taken and no panel has come for it: what the background leaves behind when it dies just then.
    await wakeWorker();
    await chromium.evaluateInWorker(`(async () => {
      const { id } = await chrome.windows.getLastFocused();
      const item = { id: "left-behind", kind: "selection", title: "Tides", url: "https://example.org/", text: "Ebb", createdAt: 1 };
      await chrome.storage.session.set({ ["inbox:" + id]: [item] });
    })()`);
    await chromium.killWorker();
    const panel = await openPanel();
    await chips(panel).getByRole("button", { name: "Remove “Ebb”" }).waitFor();
    await expect.poll(() => chromium.evaluateInWorker("chrome.storage.session.get()")).toEqual({});
    expect(await chips(panel).count()).toBe(1);
  });

  test("wakes a background that is not running", async () => {
    const point = await select(page);
    await chromium.killWorker();
    await chromium.contextMenu(page, point, ITEM);
    const panel = await panelThatOpens();
    await chips(panel).first().waitFor();
    await panel.connected();
  });

  test("arrives in the window where the click was", async () => {
    const other = await chromium.openWindow(web.url);
    const [here, there] = [await openPanel(page), await openPanel(other)];
    await here.connected();
    await there.connected();
    await other.bringToFront();
    await chromium.contextMenu(other, await select(other), ITEM);
    await chips(there).first().waitFor();
    expect(await chips(here).count()).toBe(0);
    await chromium.closePanel(there.page);
    await other.close();
  });
});

describe.runIf(process.platform === "linux")("adding from a page", () => {
  test.each([
    {
      what: "the page",
      at: "#blank",
      label: "Tide tables, explained",
      path: "/tides?station=brest",
      kind: "page",
      keys: ITEM_OF_PAGE,
    },
    { what: "a link", at: "#link", label: "The harmonics of a tide", path: "/harmonics", kind: "link", keys: ITEM },
    { what: "an image", at: "#image", label: "A tidal curve", path: "/curve.svg", kind: "image", keys: ITEM },
  ])("makes $what a chip with its name and address", async ({ at, label, path, kind, keys }) => {
    await chromium.contextMenu(page, await middleOf(page, at), keys);
    const panel = await panelThatOpens();
    await panel.connected();
    await chips(panel)
      .getByRole("button", { name: `Remove ${label}` })
      .waitFor();
    await panel.ask("And this?");
    await panel.answers.getByText("Because the sea is pulled twice.").waitFor();
    const prompt = stage.model.requests.at(-1)?.prompt ?? "";
    expect(prompt).toContain(`kind="${kind}" trust="untrusted"`);
    expect(prompt).toContain(`\nURL: ${new URL(path, web.url).href}\n`);
  });
});

describe.runIf(process.platform === "linux")("the panel", () => {
  test("opens and closes by its key", async () => {
    await chromium.display?.key("alt+shift+o");
    const panel = await panelThatOpens();
    await panel.connected();
    await page.bringToFront();
    await Promise.all([panel.page.waitForEvent("close"), chromium.display?.key("alt+shift+o")]);
  });
});

/** The fence as the opened chip shows it, put together as a reader reads it. */
async function previewOf(panel: Driver): Promise<string> {
  const [before, after] = await editor(panel).locator("pre").allTextContents();
  return `${before}\n\n${await editor(panel).getByRole("textbox").inputValue()}\n${after}`;
}
