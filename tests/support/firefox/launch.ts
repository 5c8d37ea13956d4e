import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, launch } from "puppeteer-core";
import { findFirefox } from "../../../tools/browser/find";
import { until } from "../until";
import { type Bidi, bidiOf } from "./bidi";
import { type BrowserWindow, browserWindow } from "./chrome";
import type { Firefox, FirefoxOptions } from "./firefox";
import { sidebarDriver } from "./sidebar";

/** Any fixed one will do: it makes the extension's origin known beforehand. */
const UUID = "6b1d7f2e-3c54-4a08-9d0e-5f5b1f6a7c21";
const ORIGIN = `moz-extension://${UUID}`;

const PREFERENCES = {
  // A prompt's buttons are dead for half a second lest a click meant for something else hits them.
  "security.notification_enable_delay": 0,
  // The extension is installed for the session only; its storage is to survive a restart all the same.
  "extensions.webextensions.keepStorageOnUninstall": true,
  "extensions.webextensions.keepUuidOnUninstall": true,
  // Notifications in windows of the browser's own, as where the system shows none: those can be clicked, and no desktop is bothered.
  "alerts.useSystemBackend": false,
};

interface Session {
  browser: Browser;
  bidi: Bidi;
  window: BrowserWindow;
}

/** Starts Firefox, installs an unpacked extension for the session, and resolves when its background has started. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const executable = await findFirefox();
  if (!executable) throw new Error("No Firefox: npx tsx tools/setup/tests.ts installs one where it can");
  const dir = await realpath(options.extension);
  const addonId = await addonIdOf(dir);
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), "nexus-firefox-")));
  const { width, height } = options.windowSize ?? { width: 1280, height: 800 };
  const sidebarCommand = `${addonId.toLowerCase().replace(/[^a-z0-9_-]/g, "_")}-sidebar-action`;

  async function start(): Promise<Session> {
    const browser = await launch({
      browser: "firefox",
      executablePath: executable?.path ?? "",
      headless: !options.headful,
      enableExtensions: true,
      userDataDir: profile,
      defaultViewport: null,
      protocolTimeout: 60_000,
      args: ["--remote-allow-system-access", `--width=${width}`, `--height=${height}`],
      extraPrefsFirefox: {
        ...PREFERENCES,
        "extensions.webextensions.uuids": JSON.stringify({ [addonId]: UUID }),
        ...options.prefs,
      },
    });
    try {
      await browser.installExtension(dir);
      const bidi = bidiOf(browser);
      const window = await browserWindow(bidi, addonId, ORIGIN);
      await until(() => window.evaluate(IS_READY), "The extension's background");
      return { browser, bidi, window };
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  async function removeProfile(): Promise<void> {
    if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }

  const evaluate = (expression: string) => session.window.evaluate(expression);
  const sidebar = async () => sidebarDriver(session.bidi, await session.window.adoptSidebar());
  const permissions = (verb: "add" | "remove", pattern: string) =>
    evaluate(`ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs").ExtensionPermissions
      .${verb}(extension.id, { permissions: [], origins: [${JSON.stringify(pattern)}], data_collection: [] }, extension)`);

  let session: Session;
  let closing: Promise<void> | undefined;
  let usedFirstTab = false;
  try {
    session = await start();
  } catch (error) {
    await removeProfile();
    throw error;
  }

  return {
    get browser() {
      return session.browser;
    },
    origin: ORIGIN,
    async openPage(url = "about:blank") {
      const first = usedFirstTab ? undefined : (await session.browser.pages())[0];
      usedFirstTab = true;
      const page = first ?? (await session.browser.newPage());
      await page.goto(url);
      return page;
    },
    async openSidebar() {
      await until(() => evaluate(IS_STEADY), "The sidebar that Firefox opens by itself after an installation");
      await evaluate(`SidebarController.show(${JSON.stringify(sidebarCommand)})`);
      return sidebar();
    },
    sidebar,
    async closeSidebar() {
      await evaluate("SidebarController.hide()");
      await until(
        () => evaluate("extension.views.values().every((view) => view.viewType !== 'sidebar')"),
        "No sidebar",
      );
    },
    async setSidebarWidth(pixels) {
      const driver = await sidebar();
      await evaluate(`void (document.getElementById("sidebar-box").style.cssText +=
        ";min-width:0;max-width:none;width:${pixels}px")`);
      await driver.waitFor(`innerWidth === ${pixels}`);
    },
    async setColorScheme(scheme) {
      await evaluate(`Services.prefs.setIntPref("ui.systemUsesDarkTheme", ${scheme === "dark" ? 1 : 0})`);
      await evaluate(`Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override",
        ${scheme === "dark" ? 0 : 1})`);
    },
    async clickAction() {
      await evaluate(`ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs").ExtensionParent
        .apiManager.global.browserActionFor(extension).triggerAction(window)`);
    },
    async contextMenu(page, point, label) {
      await page.mouse.click(point.x, point.y, { button: "right" });
      await until(() => evaluate(`document.getElementById("contentAreaContextMenu").state === "open"`), "The menu");
      const chosen = await evaluate(CHOOSE(label));
      if (chosen !== true) throw new Error(`No "${label}" in the context menu, but: ${chosen}`);
    },
    async pressKeys(...keys) {
      await session.window.pressKeys(keys);
    },
    async clickNotification(title) {
      await session.window.clickNotification(title);
    },
    async answerPrompt(ask, answer) {
      await ask();
      const button = answer === "allow" ? "button" : "secondaryButton";
      await until(
        () => evaluate(`PopupNotifications.panel.state === "open" && !!PopupNotifications.panel.firstElementChild`),
        "The permission prompt",
      );
      await evaluate(`void PopupNotifications.panel.firstElementChild.${button}.click()`);
      await until(() => evaluate(`PopupNotifications.panel.state === "closed"`), "The prompt's end");
    },
    grantHost: async (pattern) => void (await permissions("add", pattern)),
    revokeHost: async (pattern) => void (await permissions("remove", pattern)),
    async killBackground() {
      await evaluate("extension.terminateBackground({ ignoreDevToolsAttached: true }).then(() => true)");
    },
    backgroundAlive: async () => (await evaluate("extension.backgroundState")) === "running",
    async reloadExtension() {
      await evaluate(`ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs").AddonManager
        .getAddonByID(${JSON.stringify(addonId)}).then((addon) => addon.reload()).then(() => true)`);
      await until(() => evaluate(IS_READY), "The reloaded extension's background");
    },
    async restart() {
      await session.browser.close();
      usedFirstTab = false;
      session = await start();
    },
    evaluateInBrowser: evaluate,
    close() {
      closing ??= session.browser.close().then(removeProfile);
      return closing;
    },
  };
}

const IS_READY = `["running", "suspended", "stopped"].includes(extension?.backgroundState)`;

/** Firefox fails to show a panel in a sidebar whose shell is still loading. */
const IS_STEADY = `!SidebarController.isOpen ||
  typeof SidebarController.browser.contentWindow.loadPanel === "function"`;

/** Several items of one extension stand in a menu of their own, which has to be open before one can be chosen. */
const CHOOSE = (label: string) => `(async () => {
  const menu = document.getElementById("contentAreaContextMenu");
  const items = [...menu.querySelectorAll("menuitem")].filter((item) => !item.hidden);
  const item = items.find((candidate) => candidate.label === ${JSON.stringify(label)});
  if (!item) return items.map((candidate) => candidate.label).join(", ");
  const popup = item.closest("menupopup");
  if (popup.state !== "open") {
    await new Promise((shown) => {
      popup.addEventListener("popupshown", shown, { once: true });
      popup.parentElement.openMenu(true);
    });
  }
  popup.activateItem(item);
  return true;
})()`;

async function addonIdOf(dir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(dir, "manifest.json"), "utf8")) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${dir}/manifest.json names no Gecko id: is it the build for Firefox?`);
  return id;
}
