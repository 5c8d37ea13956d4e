import { browser } from "wxt/browser";

/** Firefox's `sidebarAction`, which the types of `wxt/browser` leave out. Must be called first in a user's action. */
export interface SidebarAction {
  open(): Promise<void>;
  toggle(): Promise<void>;
}

/** Chrome's and Edge's side panel; `undefined` in Firefox, though the types promise it everywhere. */
export function sidePanel(): typeof browser.sidePanel | undefined {
  return hasMethods(browser.sidePanel, "open") ? browser.sidePanel : undefined;
}

/** Firefox's sidebar; `undefined` elsewhere. */
export function sidebarAction(): SidebarAction | undefined {
  const api: unknown = Reflect.get(browser, "sidebarAction");
  return isSidebarAction(api) ? api : undefined;
}

function isSidebarAction(api: unknown): api is SidebarAction {
  return hasMethods(api, "open", "toggle");
}

/** What Firefox tells of notifications, which the types of `wxt/browser` leave out; `undefined` elsewhere. */
export interface FirefoxNotifications {
  onShown: { addListener(listener: () => void): void };
  onClosed: { addListener(listener: () => void): void };
}

export function firefoxNotifications(): FirefoxNotifications | undefined {
  const api: unknown = browser.notifications;
  return isFirefoxNotifications(api) ? api : undefined;
}

function isFirefoxNotifications(api: unknown): api is FirefoxNotifications {
  if (typeof api !== "object" || api === null) return false;
  return ["onShown", "onClosed"].every((event) => hasMethods(Reflect.get(api, event), "addListener"));
}

/** Whether an API, or a part of it that only some versions have, can be called here. */
export function hasMethods(api: unknown, ...names: string[]): boolean {
  return typeof api === "object" && api !== null && names.every((name) => typeof Reflect.get(api, name) === "function");
}
