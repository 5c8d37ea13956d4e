import { browser } from "wxt/browser";

/** Brings a window to the front, and a tab to the front of it. */
export async function showWindow(windowId: number, tabId?: number): Promise<void> {
  // A tab may have been moved to another window since.
  const tab = tabId === undefined ? undefined : await browser.tabs.update(tabId, { active: true });
  const id = tab?.windowId ?? windowId;
  if (id !== browser.windows.WINDOW_ID_NONE) await browser.windows.update(id, { focused: true });
}
