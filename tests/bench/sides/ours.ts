import type { Browser, Page } from "playwright-core";
import type { Nexus } from "../../e2e/nexus";
import { setPanelSize } from "../../support/chromium/picture";
import type { Seeded } from "../ground/ground";
import { backgroundHeap, pageHeap } from "../measure/heap";
import { limited } from "../measure/limited";
import { REST, SIZE, type Side } from "./side";

/** Very long parts take their time. */
const LONGEST = 120_000;

/** The panel, with what only it has. */
export interface Ours extends Side {
  /**
   * Loads the panel's page at home. @returns milliseconds until a card, or else a session of the history, could be pressed
   *
   * @param asleep the background has ended before
   */
  load(options?: { asleep?: boolean }): Promise<number>;
  /** Opens another session than the one on show, by its card. */
  turnTo(session: Seeded): Promise<void>;
  /** Resolves when the panel, which is loaded, has a connection. */
  connected(): Promise<void>;
  /** The background's heap after a collection, in bytes. */
  backgroundHeap(): Promise<number>;
}

const LOG = '[role="log"]';
const SESSIONS = "[data-card-open], [data-history-open]";
/** The last of the screens that the panel loads by itself after it has opened. */
const LAST_SCREEN = "ProvidersScreen";

export async function createOurs(nexus: Nexus, browser: Browser, page: Page): Promise<Ours> {
  const { chromium } = nexus;
  const url = `chrome-extension://${chromium.extensionId}/sidepanel.html`;
  await setPanelSize(page, SIZE);

  async function leave(): Promise<void> {
    await page.goto("about:blank");
    await chromium.killWorker();
  }

  /** What was open is not open again, and no transcript is kept. */
  async function forget(): Promise<void> {
    await page.goto(`chrome-extension://${chromium.extensionId}/manifest.json`);
    await page.evaluate(`(async () => {
      const { local } = chrome.storage;
      const keys = Object.keys(await local.get());
      await local.remove(keys.filter((key) => key === "view" || key.startsWith("transcript")));
    })()`);
    await leave();
  }

  async function load({ asleep = false } = {}): Promise<number> {
    await (asleep ? forget() : page.goto("about:blank"));
    await page.goto(url, { waitUntil: "commit" });
    return limited(
      page.evaluate((selector) => window.probe.usable(selector), SESSIONS),
      "Sessions in the panel",
    );
  }

  async function connected(): Promise<void> {
    const status = page.getByRole("status", { name: "Connection" });
    await status.filter({ hasText: /^Connected/ }).waitFor();
  }

  const press = ({ title, end }: Seeded) =>
    limited(
      page.evaluate((args) => window.probe.press(...args), [SESSIONS, title, end, LOG] as const),
      `${title} in the panel`,
      LONGEST,
    );

  /**
   * Without a pointer, as over the web UI's page, for whose sake the browser would look after each change what is below it; and
   * found and pressed at once, because what begins to work leaves the history for the cards.
   */
  async function enter({ title }: Seeded): Promise<void> {
    await page.waitForFunction(
      ([buttons, name]) => {
        const all = [...document.querySelectorAll<HTMLElement>(buttons)];
        const button = all.find(({ textContent }) => textContent?.trim() === name);
        button?.click();
        return button !== undefined;
      },
      [SESSIONS, title] as const,
    );
    await page.getByRole("log").waitFor();
  }

  return {
    name: "ours",
    page,
    leave,
    load,
    connected,
    readable: ({ title, end }) =>
      limited(
        page.evaluate((args) => window.probe.readable(...args), [end, LOG] as const),
        `${title} in the panel`,
        LONGEST,
      ),
    async openCold(session) {
      await forget();
      await page.goto(url, { waitUntil: "commit" });
      return (await press(session)).readable;
    },
    async openWarm(session) {
      await load({ asleep: true });
      await connected();
      await page.getByRole("listitem").getByRole("button", { name: session.title, exact: true }).first().waitFor();
      await page.waitForTimeout(REST);
      const { pressed, readable } = await press(session);
      return readable - pressed;
    },
    async openEmpty(session) {
      await load({ asleep: true });
      await connected();
      await page.waitForFunction(
        (screen) => [...document.styleSheets].some(({ href }) => href?.includes(screen)),
        LAST_SCREEN,
        // Not by frames, which a page that does not change has none of.
        { polling: 100 },
      );
      await enter(session);
    },
    async turnTo(session) {
      await page.getByRole("button", { name: "All sessions" }).press("Enter");
      await enter(session);
    },
    heap: async () => (await pageHeap(page)) + (await backgroundHeap(browser, chromium.extensionId)),
    backgroundHeap: () => backgroundHeap(browser, chromium.extensionId),
  };
}
