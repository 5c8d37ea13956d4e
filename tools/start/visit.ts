import { launchChromium } from "../../tests/support/chromium/launch";
import { launchFirefox } from "../../tests/support/firefox/launch";
import { ensureChromium, ensureFirefox } from "../browser/install";
import type { BrowserName } from "./options";
import { type Panel, playwrightPanel } from "./panel";

/** A browser with a page in its tab and the panel open beside it. */
export interface Visit {
  panel: Panel;
  /** Lets the extension reach a host without the browser's question, which nobody could answer without a window. */
  grantHost(pattern: string): Promise<void>;
  screenshot(file: string): Promise<void>;
  /** Lets go of the browser, and resolves when the user has closed it. */
  untilClosed(): Promise<void>;
  close(): Promise<void>;
}

export interface VisitOptions {
  /** Folder of the unpacked build. */
  extension: string;
  page: string;
  headless: boolean;
  /** Where the profile is kept; absent: a new one, removed again. */
  profile?: string;
  report(line: string): void;
}

const PICTURE = { width: 400, height: 760, scale: 2 };

/** Finds or installs the browser, starts it, opens the page, and clicks the extension's icon. */
export function visit(browser: BrowserName, options: VisitOptions): Promise<Visit> {
  return browser === "firefox" ? visitWithFirefox(options) : visitWithChromium(options);
}

async function visitWithChromium({ report, page: url, headless, ...options }: VisitOptions): Promise<Visit> {
  const { version } = await ensureChromium(report);
  report(`Opening ${version} …`);
  const chromium = await launchChromium({ ...options, headful: !headless });
  try {
    const panel = await chromium.openPanel(await chromium.openPage(url));
    return {
      panel: playwrightPanel(panel),
      grantHost: (pattern) => chromium.grantHost(pattern),
      screenshot: (file) => chromium.screenshot(panel, file, PICTURE),
      untilClosed: () => chromium.untilClosed(),
      close: () => chromium.close(),
    };
  } catch (error) {
    await chromium.close();
    throw error;
  }
}

async function visitWithFirefox({ report, page: url, headless, ...options }: VisitOptions): Promise<Visit> {
  const { version } = await ensureFirefox(report);
  report(`Opening ${version} …`);
  const firefox = await launchFirefox({ ...options, headful: !headless });
  try {
    await firefox.openPage(url);
    // Firefox opens the sidebar of what was just installed; a click on the icon would close it again.
    if ((await firefox.evaluateInBrowser("SidebarController.isOpen")) !== true) await firefox.clickAction();
    const panel = await firefox.sidebar();
    return {
      panel,
      grantHost: (pattern) => firefox.grantHost(pattern),
      screenshot: (file) => panel.screenshot(file),
      async untilClosed() {
        const ended = firefox.browser.process();
        await firefox.browser.disconnect();
        await new Promise<void>((resolve) => {
          if (!ended || ended.exitCode !== null || ended.signalCode !== null) resolve();
          else ended.once("exit", () => resolve());
        });
      },
      close: () => firefox.close(),
    };
  } catch (error) {
    await firefox.close();
    throw error;
  }
}
