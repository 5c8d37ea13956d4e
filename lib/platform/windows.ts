import { browser } from "wxt/browser";

/** Brings a window to the front, and a tab to the front of it. */
export async function showWindow(windowId: number, tabId?: number): Promise<void> {
  if (tabId !== undefined) await browser.tabs.update(tabId, { active: true });
  if (windowId !== browser.windows.WINDOW_ID_NONE) await browser.windows.update(windowId, { focused: true });
}
