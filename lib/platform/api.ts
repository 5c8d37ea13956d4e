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

/** Whether an API, or a part of it that only some versions have, can be called here. */
export function hasMethods(api: unknown, ...names: string[]): boolean {
  return typeof api === "object" && api !== null && names.every((name) => typeof Reflect.get(api, name) === "function");
}
