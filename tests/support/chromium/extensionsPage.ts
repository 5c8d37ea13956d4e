import type { Browser, BrowserContext } from "playwright-core";

/**
 * Calls a method of `chrome.developerPrivate`, the interface behind the browser's own page of extensions, from that page
 * in a background tab: what a user can change there, a test can change too.
 */
export async function callDeveloperPrivate(
  browser: Browser,
  context: BrowserContext,
  method: string,
  ...args: unknown[]
): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const opened = context.waitForEvent("page");
  await session.send("Target.createTarget", { url: "chrome://extensions", background: true });
  const page = await opened;
  try {
    await page.waitForURL("chrome://extensions/**");
    await page.evaluate(`chrome.developerPrivate.${method}(...${JSON.stringify(args)})`);
  } finally {
    await page.close();
    await session.detach();
  }
}
