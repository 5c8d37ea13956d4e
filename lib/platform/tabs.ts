import { browser } from "wxt/browser";

const PERMISSION = { permissions: ["tabs" as const] };

/** A tab that the user has open. */
export interface OpenTab {
  title: string;
  url: string;
}

/**
 * The web pages in all tabs, the one looked at last first. Without the permission only those at hosts that the extension may
 * reach anyway: browsers leave out title and address of all others.
 */
export async function openTabs(): Promise<OpenTab[]> {
  const tabs = await browser.tabs.query({});
  return tabs
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ title, url }) => (title && url && /^(https?|file):/.test(url) ? [{ title, url }] : []));
}

/** Whether all tabs are seen. The user can take that back at any time. */
export function seesTabs(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Asks the user to let all tabs be seen; `false` when refused. Call it in the handler of a key or a click, before any `await`. */
export function requestTabs(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** Opens a page of the web in a tab of its own, beside the panel. */
export async function openTab(url: string): Promise<void> {
  if (!/^https?:\/\//i.test(url)) throw new TypeError("not a page of the web");
  await browser.tabs.create({ url });
}
