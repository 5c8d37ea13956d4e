import type { Chromium } from "../../support/chromium/chromium";

/** What the extension has written to `storage.local`. */
export interface Writes {
  count: number;
  /** UTF-16 units of the JSON of what was written. */
  bytes: number;
}

/** Counts from now on, in a page of the extension's that runs none of its code: a write is told there as one change. */
export async function countWrites(chromium: Chromium): Promise<{ end(): Promise<Writes> }> {
  const page = await chromium.context.newPage();
  await page.goto(`chrome-extension://${chromium.extensionId}/manifest.json`);
  await page.evaluate(`{
    globalThis.writes = { count: 0, bytes: 0 };
    chrome.storage.local.onChanged.addListener((changes) => {
      writes.count += 1;
      for (const { newValue } of Object.values(changes)) writes.bytes += JSON.stringify(newValue ?? "").length;
    });
  }`);
  return {
    async end() {
      const writes = (await page.evaluate("writes")) as Writes;
      await page.close();
      return writes;
    },
  };
}
