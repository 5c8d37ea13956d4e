import type { Locator, Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach } from "vitest";
import { text } from "../../tools/model/steps";
import type { Chromium } from "../support/chromium/chromium";
import { late } from "./late";
import { type PanelDriver, panelOf } from "./panel";
import { useNexus, useStage } from "./scene";
import type { Stage } from "./stage";
import { serveWebPage, type WebPage } from "./web-page";

/** The extension's only item stands just above "Inspect", the last one. */
export const ITEM = ["End", "Up", "Return"];

export const ANSWER = "Because the sea is pulled twice.";

/** A visible window with a web page to point at, and a connected extension whose panel is closed. */
export interface PageBeside {
  stage: Stage;
  web: WebPage;
  readonly chromium: Chromium;
  readonly page: Page;
  /** The panel that something else opens. */
  panelThatOpens(): Promise<PanelDriver>;
  openPanel(inWindowOf?: Page): Promise<PanelDriver>;
  /** Makes sure that the background runs. */
  wakeWorker(): Promise<void>;
}

/** Every test of the file begins with the page in front, the panel closed, at home, and with no draft. */
export function usePageBeside(): PageBeside {
  const stage = useStage({ script: () => [text(ANSWER)] });
  const { nexus } = useNexus(() => ({ found: stage.server.url, headful: true }), { open: false });
  const web = late<WebPage>("web page");
  const opened = new Set<Page>();

  async function openPanel(inWindowOf?: Page): Promise<PanelDriver> {
    const panel = await nexus.chromium.openPanel(inWindowOf ?? tab);
    opened.add(panel);
    return panelOf(panel);
  }

  async function wakeWorker(): Promise<void> {
    if (await nexus.chromium.workerAlive()) return;
    const panel = await openPanel();
    await panel.connected();
    await nexus.chromium.closePanel(panel.page);
  }

  let tab: Page;
  beforeAll(async () => {
    const served = await serveWebPage();
    web.set(served);
    tab = await nexus.chromium.openPage(served.url);
    const first = await openPanel();
    await first.connected();
    await nexus.chromium.closePanel(first.page);
    return () => served.close();
  });
  beforeEach(async () => {
    stage.model.setScript(() => [text(ANSWER)]);
    await tab.bringToFront();
    await tab.goto(web.name.url);
  });
  afterEach(async () => {
    for (const panel of opened) if (!panel.isClosed()) await nexus.chromium.closePanel(panel);
    opened.clear();
    await wakeWorker();
    await nexus.chromium.evaluateInWorker(FORGET);
  });

  return {
    stage,
    web: web.name,
    get chromium() {
      return nexus.chromium;
    },
    get page() {
      return tab;
    },
    async panelThatOpens() {
      const panel = await nexus.chromium.panel();
      opened.add(panel);
      return panelOf(panel);
    },
    openPanel,
    wakeWorker,
  };
}

const FORGET = `(async () => {
  const keys = Object.keys(await chrome.storage.local.get());
  await chrome.storage.local.remove(keys.filter((key) => key === "view" || key.startsWith("draft:")));
  await chrome.storage.session.clear();
})()`;

/** Selects an element's text and returns a point inside it. */
export async function select(target: Page, selector = "#quote"): Promise<{ x: number; y: number }> {
  await target.locator(selector).selectText();
  return middleOf(target, selector);
}

export async function middleOf(target: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await target.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  return { x: box.x + Math.min(60, box.width / 2), y: box.y + Math.min(20, box.height / 2) };
}

export const chips = (panel: PanelDriver): Locator =>
  panel.page.getByRole("list", { name: "Attached context" }).getByRole("listitem");
export const chipLabels = (panel: PanelDriver): Locator =>
  chips(panel).getByRole("button", { name: /^(?!Remove|Add text)/ });
export const editor = (panel: PanelDriver): Locator => panel.page.getByRole("group", { name: "Exactly what is sent" });
export const focused = (panel: PanelDriver): Promise<unknown> =>
  panel.page.evaluate("document.activeElement?.getAttribute('aria-label')");
