import { browser } from "wxt/browser";
import { sidebarAction, sidePanel } from "./api";

/** The window whose panel is meant, as in the `tab` that a user's action hands over. */
export interface PanelPlace {
  windowId: number;
}

/**
 * Opens the panel of a window. The browser allows it only as the first thing in the handler of a user's action (toolbar
 * icon, context menu, command): call it before any `await`. Rejects when the browser refuses.
 */
export function openPanel({ windowId }: PanelPlace): Promise<void> {
  const panel = sidePanel();
  if (panel) return panel.open({ windowId });
  const sidebar = sidebarAction();
  if (sidebar) return sidebar.open();
  return openInTab();
}

/**
 * For the toolbar icon and its shortcut: opens the panel, or closes it when it is open. To be called as `openPanel`.
 *
 * Chrome does not say whether a panel is open (`runtime.getContexts` gives window -1 for it, measured in 156), and waiting
 * for an answer loses the right to open one. So the caller says it: who has a connection to an open panel knows at once.
 * Opening while a panel closes may bring it back (3 of 40 times on a busy machine), so it is one or the other.
 *
 * @param close Closes the panel that is open in that window; absent when none is known.
 */
export async function togglePanel(place: PanelPlace, close?: () => void): Promise<void> {
  const sidebar = sidebarAction();
  if (sidebar) return sidebar.toggle();
  if (!close) return openPanel(place);
  close();
}

/** For the panel's page. */
export function closePanel(): void {
  window.close();
}

/**
 * Chrome: a click on the icon must reach `action.onClicked`, which grants `activeTab`; with `openPanelOnActionClick` it
 * does neither. An earlier version may have set it, and the browser remembers.
 */
export async function keepActionClicks(): Promise<void> {
  await sidePanel()?.setPanelBehavior({ openPanelOnActionClick: false });
}

/** Registers the handler of the toolbar icon and of its shortcut. To be called synchronously when the background starts. */
export function onActionClick(handle: (tab: { id?: number | undefined; windowId: number }) => void): () => void {
  browser.action.onClicked.addListener(handle);
  return () => browser.action.onClicked.removeListener(handle);
}

/** A full tab: the window it is to be in, and what follows in its address, from the "#" on. */
export interface TabPlace {
  windowId?: number;
  address?: string;
}

/**
 * The panel's page as a full tab, also where there is neither side panel nor sidebar. A window that has one already shows that,
 * at the address if one is given.
 */
export async function openInTab({ windowId, address = "" }: TabPlace = {}): Promise<void> {
  const page = browser.runtime.getURL("/sidepanel.html");
  const url = page + address;
  // Browsers tell an extension of its own pages without a permission [measured: Chromium 156, Firefox 153].
  const [held] = windowId === undefined ? [] : await browser.tabs.query({ windowId, url: `${page}*` });
  if (held?.id === undefined) await browser.tabs.create({ url, ...(windowId === undefined ? {} : { windowId }) });
  else await browser.tabs.update(held.id, { active: true, ...(address === "" || held.url === url ? {} : { url }) });
}

/** For the panel's page: whether it stands in a tab, and not beside one. */
export async function isInTab(): Promise<boolean> {
  return (await browser.tabs.getCurrent()) !== undefined;
}
