import type { Browser, Page } from "playwright-core";
import { attach } from "../../support/chromium/attached";

/** Switch by which a worker's heap can be collected: there the protocol's own command never answers. */
export const HEAP_SWITCH = "--js-flags=--expose-gc";

/** Bytes of a page's JavaScript heap in use after a collection. */
export async function pageHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("HeapProfiler.enable");
    // Finalizers run after the first collection free what only the second finds.
    await session.send("HeapProfiler.collectGarbage");
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize;
  } finally {
    await session.detach();
  }
}

/** The same of an extension's background, in a browser started with {@link HEAP_SWITCH}; 0 while it is not running. */
export async function backgroundHeap(browser: Browser, extensionId: string): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets");
  await session.detach();
  const worker = targetInfos.find(({ type, url }) => type === "service_worker" && url.includes(extensionId));
  if (!worker) return 0;
  await using target = await attach(browser, worker.targetId);
  await target.send("Runtime.evaluate", { expression: "gc(); gc();" });
  return ((await target.send("Runtime.getHeapUsage")) as { usedSize: number }).usedSize;
}
