import { until } from "../until";
import type { Bidi } from "./bidi";

/** Firefox's own window (`browser.xhtml`), where scripts have the browser's rights: needs `--remote-allow-system-access`. */
export interface BrowserWindow {
  /** Evaluates an expression in the window; the extension is at hand as `extension`. */
  evaluate(expression: string): Promise<unknown>;
  /**
   * Waits for the extension's document in the sidebar and returns a BiDi context that addresses it.
   *
   * BiDi knows tabs only: the sidebar's browser has no entry in its tree. So Firefox's table of contexts is extended by
   * one lookup, after which evaluation, locators, input and pictures work there as in a tab. Seen on Firefox 153.
   */
  adoptSidebar(): Promise<string>;
  /** Presses a chord as the keyboard would, for the browser's and extensions' shortcuts: ["Alt", "Shift", "M"]. */
  pressKeys(keys: readonly string[]): Promise<void>;
  /** Clicks a notification as the mouse would. Firefox shows it in a window of its own: needs `alerts.useSystemBackend` false. */
  clickNotification(title: string): Promise<void>;
}

export async function browserWindow(bidi: Bidi, addonId: string, origin: string): Promise<BrowserWindow> {
  const tree = (await bidi.send("browsingContext.getTree", { "moz:scope": "chrome" })) as {
    contexts: { context: string; url: string }[];
  };
  const window = tree.contexts.find(({ url }) => url === "chrome://browser/content/browser.xhtml");
  if (!window) throw new Error("Firefox has no browser window");

  const evaluate = (expression: string) =>
    bidi.evaluate(
      window.context,
      `(async () => {
        const extension = WebExtensionPolicy.getByID(${JSON.stringify(addonId)})?.extension;
        return (${expression});
      })()`,
    );

  return {
    evaluate,
    async adoptSidebar() {
      const context = await until(() => evaluate(ADOPT(origin)), "The extension's document in the sidebar");
      const id = String(context);
      await until(
        () => bidi.evaluate(id, `document.readyState === "complete" && location.href.startsWith("${origin}")`),
        "The sidebar's document, loaded",
      );
      return id;
    },
    async pressKeys(keys) {
      await evaluate(PRESS(keys));
    },
    async clickNotification(title) {
      await until(() => evaluate(CLICK_NOTIFICATION(title)), `The notification “${title}”`);
    },
  };
}

const ADOPT = (origin: string) => `(() => {
  const shell = document.getElementById("sidebar")?.contentDocument;
  const browser = shell?.getElementById("webext-panels-browser");
  if (!SidebarController.isOpen || !browser?.currentURI?.spec.startsWith("${origin}")) return null;
  const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
  browser.permanentKey ??= {};
  const id = NavigableManager.getIdForBrowser(browser);
  if (!NavigableManager.adopted) {
    const tabs = NavigableManager.getBrowserById.bind(NavigableManager);
    NavigableManager.adopted = new Map();
    NavigableManager.getBrowserById = (asked) => tabs(asked) ?? NavigableManager.adopted.get(asked)?.get() ?? null;
  }
  NavigableManager.adopted.set(id, Cu.getWeakReference(browser));
  browser.focus();
  return id;
})()`;

/** Input actions of WebDriver end where a window of the browser's own begins. True once there was one that takes clicks. */
const CLICK_NOTIFICATION = (title: string) => `(() => {
  const labels = [...Services.wm.getEnumerator("alert:alert")]
    .filter((alert) => alert.gIsActive)
    .map((alert) => alert.document.getElementById("alertTitleLabel"));
  const label = labels.find((one) => one.value === ${JSON.stringify(title)});
  if (!label) return false;
  const { left, top, width, height } = label.getBoundingClientRect();
  for (const type of ["mousedown", "mouseup"]) {
    label.ownerDocument.defaultView.synthesizeMouseEvent(type, left + width / 2, top + height / 2, { button: 0, clickCount: 1 });
  }
  return true;
})()`;

const PRESS = (keys: readonly string[]) => `(() => {
  const keyboard = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  if (!keyboard.beginInputTransactionForTests(window)) throw new Error("The keyboard is in use");
  const events = ${JSON.stringify(keys)}.map((key) => new KeyboardEvent("", {
    key,
    code: key.length === 1 ? "Key" + key.toUpperCase() : key + "Left",
    keyCode: key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0,
  }));
  for (const event of events) keyboard.keydown(event);
  for (const event of events.reverse()) keyboard.keyup(event);
})()`;
