import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "../../../tools/browser/find";
import { runAxe } from "../axe";
import { type Display, startDisplay } from "../display";
import type { Chromium, ChromiumOptions } from "./chromium";
import { pickFromContextMenu } from "./contextMenu";
import { readUnpackedExtension } from "./extension";
import { callDeveloperPrivate } from "./extensionsPage";
import { type Panels, panelsOf } from "./panels";
import { setPanelSize, takePicture } from "./picture";
import { type ChromiumProcess, startChromium } from "./process";
import { answerPrompt } from "./prompts";
import { type Targets, watchTargets } from "./targets";
import { type BackgroundWorker, workerOf } from "./worker";

interface Connection {
  browser: Browser;
  context: BrowserContext;
  targets: Targets;
  panels: Panels;
  worker: BackgroundWorker;
}

const DEFAULT_WINDOW = { width: 1280, height: 800 };

/** Starts Chromium with an unpacked extension and waits until its service worker is active. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const executable = await findChromium();
  if (!executable)
    throw new Error(
      "No Chromium that loads unpacked extensions: npx tsx tools/setup/tests.ts installs one where it can",
    );
  const extension = await readUnpackedExtension(options.extension);
  const windowSize = options.windowSize ?? DEFAULT_WINDOW;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), "nexus-chromium-")));
  const display = options.headful && !hasScreen() ? await startDisplay(windowSize) : undefined;

  const start = () =>
    startChromium({
      executable: executable.path,
      extension: extension.dir,
      profile,
      headful: options.headful ?? false,
      windowSize,
      display: display?.name,
      args: options.args ?? [],
    });

  async function connect(endpoint: string): Promise<Connection> {
    const browser = await chromium.connectOverCDP(endpoint);
    const [context] = browser.contexts();
    if (!context) throw new Error("Chromium started without a browser context");
    for (const page of context.pages()) await dress(page);
    const targets = await watchTargets(browser);
    const panels = panelsOf(endpoint, targets, extension);
    return { browser, context, targets, panels, worker: workerOf(context, targets, extension.id) };
  }

  async function dress(page: Page): Promise<Page> {
    if (options.colorScheme) await page.emulateMedia({ colorScheme: options.colorScheme });
    return page;
  }

  async function dressPanel(panel: Page): Promise<Page> {
    await dress(panel);
    if (options.panelSize) await setPanelSize(panel, options.panelSize);
    return panel;
  }

  const developerPrivate = (method: string, ...args: unknown[]) =>
    callDeveloperPrivate(connection.browser, connection.context, method, extension.id, ...args);

  function screen(): Display {
    if (!display) throw new Error("Only a headful browser on a virtual display can do this");
    return display;
  }

  async function disconnect(): Promise<void> {
    await connection.panels.release();
    await connection.browser.close();
  }

  async function quit(): Promise<void> {
    const session = await connection.browser.newBrowserCDPSession();
    // The answer may be lost together with the connection.
    session.send("Browser.close").catch(() => undefined);
    const late = setTimeout(() => void running.kill(), 10_000);
    await running.ended;
    clearTimeout(late);
  }

  async function closeEverything(): Promise<void> {
    await running?.kill();
    await display?.stop();
    if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }

  let running: ChromiumProcess;
  let connection: Connection;
  let closing: Promise<void> | undefined;
  let usedFirstTab = false;
  try {
    running = await start();
    connection = await connect(running.endpoint);
    await connection.worker.ready();
  } catch (error) {
    await closeEverything();
    throw error;
  }

  return {
    get context() {
      return connection.context;
    },
    extensionId: extension.id,
    display,
    async openPage(url = "about:blank") {
      const first = usedFirstTab ? undefined : connection.context.pages()[0];
      usedFirstTab = true;
      const page = await dress(first ?? (await connection.context.newPage()));
      await page.goto(url);
      return page;
    },
    async openWindow(url = "about:blank") {
      const session = await connection.browser.newBrowserCDPSession();
      const opened = connection.context.waitForEvent("page");
      await session.send("Target.createTarget", { url: "about:blank", newWindow: true });
      const page = await dress(await opened);
      await session.detach();
      await page.goto(url);
      return page;
    },
    openPanel: async (page) => dressPanel(await connection.panels.open(page)),
    panel: async () => dressPanel(await connection.panels.find()),
    closePanel: (panel) => connection.panels.close(panel),
    setPanelSize,
    screenshot: takePicture,
    axe: (panel) => runAxe((expression) => panel.evaluate(expression)),
    async contextMenu(page, point, keys) {
      await pickFromContextMenu(screen(), page, point, keys);
    },
    killWorker: () => connection.worker.kill(),
    workerAlive: () => connection.worker.isAlive(),
    evaluateInWorker: (expression) => connection.worker.evaluate(expression),
    reloadExtension: () => connection.worker.replacedBy(() => developerPrivate("reload")),
    grantHost: (pattern) => developerPrivate("addHostPermission", pattern),
    revokeHost: (pattern) => developerPrivate("removeHostPermission", pattern),
    answerPrompt: (ask, answer) => answerPrompt(screen(), ask, answer),
    async withoutDebugger(body) {
      await disconnect();
      try {
        return await body();
      } finally {
        connection = await connect(running.endpoint);
      }
    },
    async untilClosed() {
      await disconnect();
      await running.ended;
    },
    async restart({ kill = false } = {}) {
      await connection.panels.release();
      await (kill ? running.kill() : quit());
      await connection.browser.close();
      running = await start();
      connection = await connect(running.endpoint);
      await connection.worker.ready();
      usedFirstTab = false;
    },
    close() {
      closing ??= (async () => {
        await disconnect().catch(() => undefined);
        await closeEverything();
      })();
      return closing;
    },
  };
}

/** Only X and Wayland may be missing; macOS and Windows always have a screen. */
function hasScreen(): boolean {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
