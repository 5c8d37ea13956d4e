import { sidebarAction, sidePanel } from "./api";

/** Where the panel lives, which also decides the words for it. */
export type Surface = "side-panel" | "sidebar" | "tab";

export function surface(): Surface {
  if (sidebarAction()) return "sidebar";
  return sidePanel() ? "side-panel" : "tab";
}

/** The page on which the user changes shortcuts and permissions; extensions may open Chrome's, but only name Firefox's. */
export function shortcutSettings(): { address: string; canOpen: boolean } {
  if (surface() === "sidebar") return { address: "about:addons", canOpen: false };
  return { address: "chrome://extensions/shortcuts", canOpen: true };
}
