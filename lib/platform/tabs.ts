import { browser } from "wxt/browser";

/** Opens a page of the web in a tab of its own, beside the panel. */
export async function openTab(url: string): Promise<void> {
  if (!/^https?:\/\//i.test(url)) throw new TypeError("not a page of the web");
  await browser.tabs.create({ url });
}
