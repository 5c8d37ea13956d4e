import { type Browser, chromium, type Page } from "playwright-core";
import { type Target, type Targets, TIMEOUT_MS, targetIdOf } from "./targets";

/** Opens, finds and closes an extension's real side panels; each is handed out as a Playwright page. */
export interface Panels {
  /** Opens the panel of the page's window by the extension's toolbar button. */
  open(page: Page): Promise<Page>;
  /** The panel that is open, or opens next, in any window that has no page handed out yet. */
  find(): Promise<Page>;
  close(panel: Page): Promise<void>;
  /** Lets go of every panel without closing it. */
  release(): Promise<void>;
}

/**
 * A connection made before a side panel opens does not list it among its pages, one made afterwards does. So every
 * panel gets a connection of its own, which ends with the panel.
 */
export function panelsOf(endpoint: string, targets: Targets, extension: { id: string; panelUrl: string }): Panels {
  const attached = new Map<string, Promise<{ browser: Browser; page: Page }>>();

  /** The same document opened in an ordinary tab has a window of its own; a side panel has none. */
  const isPanel = async (target: Target) =>
    target.type === "page" &&
    target.url.startsWith(extension.panelUrl) &&
    (await targets.windowOf(target.targetId)) === undefined;

  async function connect(target: Target): Promise<{ browser: Browser; page: Page }> {
    const browser = await chromium.connectOverCDP(endpoint);
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      if (!page.url().startsWith(extension.panelUrl) || (await targetIdOf(page)) !== target.targetId) continue;
      page.once("close", () => {
        attached.delete(target.targetId);
        // The connection may have ended already together with the browser.
        browser.close().catch(() => undefined);
      });
      await page.waitForLoadState();
      return { browser, page };
    }
    await browser.close();
    throw new Error(`The side panel ${target.url} closed before it could be driven`);
  }

  async function attach(target: Target): Promise<Page> {
    const known = attached.get(target.targetId) ?? connect(target);
    attached.set(target.targetId, known);
    try {
      return (await known).page;
    } catch (error) {
      attached.delete(target.targetId);
      throw error;
    }
  }

  return {
    async open(page) {
      await page.bringToFront();
      const window = await targets.windowOf(await targetIdOf(page));
      await targets.triggerAction(extension.id, await tabOf(page, targets));
      const isOfWindow = async (target: Target) => {
        if (!(await isPanel(target))) return false;
        try {
          return (await (await attach(target)).evaluate(WINDOW_ID)) === window;
        } catch {
          // A panel that is just closing is not the one that opens.
          return false;
        }
      };
      return attach(await targets.appears(isOfWindow, "The side panel"));
    },
    async find() {
      const isNew = async (target: Target) => !attached.has(target.targetId) && (await isPanel(target));
      return attach(await targets.appears(isNew, "A side panel"));
    },
    async close(panel) {
      await Promise.all([panel.waitForEvent("close", { timeout: TIMEOUT_MS }), closeAsUser(panel)]);
    },
    async release() {
      const open = await Promise.all(attached.values());
      attached.clear();
      await Promise.all(open.map(({ browser }) => browser.close()));
    },
  };
}

const WINDOW_ID = "chrome.windows.getCurrent().then(({ id }) => id)";

/** `sidePanel.close` takes the way of the panel's ✕ (Chromium 141 and later); before, closing the page is the nearest. */
async function closeAsUser(panel: Page): Promise<void> {
  const asked = await panel.evaluate(`(async () => {
    if (!chrome.sidePanel?.close) return false;
    const { id } = await chrome.windows.getCurrent();
    void chrome.sidePanel.close({ windowId: id });
    return true;
  })()`);
  if (!asked) await panel.close();
}

/** The tab target that shows a page: the active tab of the page's window. */
async function tabOf(page: Page, targets: Targets): Promise<string> {
  const windowId = await targets.windowOf(await targetIdOf(page));
  const url = page.url();
  for (const target of await targets.list()) {
    if (target.type !== "tab" || (await targets.windowOf(target.targetId)) !== windowId) continue;
    if (target.embedderData?.tabActive ?? target.url === url) return target.targetId;
  }
  throw new Error(`No tab shows ${url}`);
}
