import { type Browser, browser } from "wxt/browser";

/** An item of the browser's context menu. */
export interface MenuItem {
  id: string;
  title: string;
  contexts: MenuContext[];
}

export type MenuContext = "page" | "selection" | "link" | "image";
export type MenuClick = Browser.contextMenus.OnClickData;
export type Tab = Browser.tabs.Tab;

/**
 * Makes `items` the extension's whole context menu. For `runtime.onInstalled`: the browser keeps the menu across restarts of
 * the background. Calls that overlap leave the items of the last one, once.
 */
export function createMenus(items: readonly MenuItem[]): Promise<void> {
  const turn = lastTurn.then(async () => {
    await browser.contextMenus.removeAll();
    for (const item of items) await create(item);
  });
  lastTurn = turn.catch(() => undefined);
  return turn;
}

/** The tail of the queue of calls; its failures belong to their own callers. */
let lastTurn: Promise<void> = Promise.resolve();

function create(item: MenuItem): Promise<void> {
  const { id, title } = item;
  const [first, ...rest] = item.contexts;
  return new Promise((resolve, reject) => {
    browser.contextMenus.create({ id, title, ...(first ? { contexts: [first, ...rest] } : {}) }, () => {
      const error = browser.runtime.lastError;
      if (error) reject(new Error(`The context menu's “${title}” was refused: ${error.message}`));
      else resolve();
    });
  });
}

/**
 * Registers the handler of the context menu. To be called synchronously when the background starts. `tab` is absent for a
 * click in a page that is no tab, such as the panel itself.
 */
export function onMenuClick(handle: (click: MenuClick, tab: Tab | undefined) => void): () => void {
  browser.contextMenus.onClicked.addListener(handle);
  return () => browser.contextMenus.onClicked.removeListener(handle);
}

/** Registers what is to be done once after installation, an update or a reload of the extension. */
export function onInstalled(handle: () => void): () => void {
  browser.runtime.onInstalled.addListener(handle);
  return () => browser.runtime.onInstalled.removeListener(handle);
}
