import type { Page } from "playwright-core";
import type { Chromium } from "../support/chromium/chromium";
import { until } from "../support/until";
import type { PanelDriver } from "./panel";

/** The extension's `storage.local`, reached without its panel and without waking its background. */
export interface ExtensionStorage {
  get(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  until(condition: (items: Record<string, unknown>) => boolean): Promise<void>;
  /** Fills it up to a few bytes below the browser's limit. `dropCopies`: after removing what could make room. */
  fill(options?: { dropCopies?: boolean }): Promise<void>;
  unfill(): Promise<void>;
}

const FILLER = "test-filler";

/** @param browser Asked at every use: it may have been started again. */
export function extensionStorage(browser: () => Chromium): ExtensionStorage {
  let page: Page | undefined;

  /** A page of the extension's origin that runs none of its code. */
  async function evaluate(expression: string): Promise<unknown> {
    const chromium = browser();
    if (!page || page.isClosed() || !chromium.context.pages().includes(page)) {
      page = await chromium.context.newPage();
      await page.goto(`chrome-extension://${chromium.extensionId}/manifest.json`);
    }
    return page.evaluate(expression);
  }

  const get = async () => (await evaluate("chrome.storage.local.get()")) as Record<string, unknown>;

  return {
    get,
    async set(items) {
      await evaluate(`chrome.storage.local.set(${JSON.stringify(items)})`);
    },
    async until(condition) {
      await until(async () => condition(await get()), `storage: ${condition}`);
    },
    async fill({ dropCopies = false } = {}) {
      await evaluate(`(async () => {
        const { local } = chrome.storage;
        await local.remove(${JSON.stringify(FILLER)});
        if (${dropCopies}) {
          const keys = Object.keys(await local.get());
          await local.remove(keys.filter((key) => key.startsWith("transcript") || key.startsWith("draft:")));
        }
        for (let full = false; !full; ) {
          const spare = local.QUOTA_BYTES - (await local.getBytesInUse()) - 100;
          // The extension may write something itself just now.
          full = await local.set({ ${JSON.stringify(FILLER)}: "x".repeat(spare) }).then(() => true, () => false);
        }
      })()`);
    },
    async unfill() {
      await evaluate(`chrome.storage.local.remove(${JSON.stringify(FILLER)})`);
    },
  };
}

/** Starts a session at home with a question, and waits for its answer. */
export async function asksOnce(panel: PanelDriver, question: string, answer: string): Promise<void> {
  await panel.ask(question);
  await panel.answers.getByText(answer).first().waitFor();
  await panel.stop.waitFor({ state: "detached" });
}
