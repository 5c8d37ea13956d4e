import type { Browser, CDPSession, Page } from "playwright-core";

/** What Chromium's `Target` domain tells about a tab, page, panel or worker. */
export interface Target {
  targetId: string;
  type: string;
  url: string;
  /** Only tabs of a tab strip have it, in Chromium versions that know it. */
  embedderData?: { tabActive?: boolean };
}

/** The browser-wide debugging session: what exists, and what just disappeared. */
export interface Targets {
  list(): Promise<Target[]>;
  /** Resolves with the first target that fits, now or when it appears; waits on events, not on time. */
  appears(fits: (target: Target) => boolean | Promise<boolean>, what: string, timeout?: number): Promise<Target>;
  /** The id of the browser window (the same number as in `chrome.windows`), undefined for side panels and workers. */
  windowOf(targetId: string): Promise<number | undefined>;
  /** Does what a click on the extension's toolbar button does, in the tab of that target. */
  triggerAction(extensionId: string, tabTargetId: string): Promise<void>;
}

export const TIMEOUT_MS = 30_000;

export async function watchTargets(browser: Browser): Promise<Targets> {
  const session = await browser.newBrowserCDPSession();
  const send = session.send.bind(session) as (method: string, params?: object) => Promise<unknown>;
  // Every kind of target: the default filter hides tabs.
  await send("Target.setDiscoverTargets", { discover: true, filter: [{}] });
  const list = async () =>
    ((await send("Target.getTargets", { filter: [{}] })) as { targetInfos: Target[] }).targetInfos;

  return {
    list,
    appears(fits, what, timeout = TIMEOUT_MS) {
      return new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          session.off("Target.targetCreated", look);
          session.off("Target.targetInfoChanged", look);
          settle();
        };
        const timer = setTimeout(async () => {
          const there = await list().catch(() => []);
          const kinds = there.map((target) => `${target.type} ${target.url}`).join("\n  ");
          finish(() => reject(new Error(`${what} did not appear within ${timeout} ms. There are:\n  ${kinds}`)));
        }, timeout);
        // One look at a time: looking may itself attach to targets, which raises more events.
        let looking = false;
        let changed = false;
        const look = async () => {
          changed = true;
          if (looking) return;
          looking = true;
          try {
            while (changed) {
              changed = false;
              for (const target of await list()) {
                if (await fits(target)) return finish(() => resolve(target));
              }
            }
          } catch (error) {
            finish(() => reject(error));
          } finally {
            looking = false;
          }
        };
        session.on("Target.targetCreated", look);
        session.on("Target.targetInfoChanged", look);
        void look();
      });
    },
    async windowOf(targetId) {
      try {
        return ((await send("Browser.getWindowForTarget", { targetId })) as { windowId: number }).windowId;
      } catch (error) {
        if (/window not found|No target|not found/i.test(String(error))) return undefined;
        throw error;
      }
    },
    async triggerAction(id, targetId) {
      await send("Extensions.triggerAction", { id, targetId });
    },
  };
}

/** The `Target` id behind a Playwright page. */
export async function targetIdOf(page: Page): Promise<string> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send("Target.getTargetInfo");
  await session.detach();
  return targetInfo.targetId;
}
