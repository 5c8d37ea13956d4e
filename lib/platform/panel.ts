import * as v from "valibot";
import { browser } from "wxt/browser";
import { sidebarAction, sidePanel } from "./api";

/** The window whose panel is meant, as in the `tab` that a user's action hands over. */
export interface PanelPlace {
  windowId: number;
}

const ToggleMessageSchema = v.object({ type: v.literal("toggle-panel"), windowId: v.number() });
const CLOSING = "panel-closing";

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
 * For the toolbar icon and its shortcut: opens the panel, or closes it when it was open in that window. To be called as
 * `openPanel`.
 *
 * Chrome does not say whether a panel is open (`runtime.getContexts` gives window -1 for it, measured in 156), and waiting
 * for an answer loses the right to open one. So it is opened in any case, which does nothing to an open one, and a
 * panel that was there before is asked to close: it hears the message, the one just opening does not.
 */
export async function togglePanel({ windowId }: PanelPlace): Promise<"opened" | "closed" | "toggled"> {
  const sidebar = sidebarAction();
  if (sidebar) return sidebar.toggle().then(() => "toggled");
  const asked = askToClose(windowId);
  const opened = openPanel({ windowId });
  const [answer] = await Promise.all([asked, opened]);
  return answer === CLOSING ? "closed" : "opened";
}

function askToClose(windowId: number): Promise<unknown> {
  const message: v.InferOutput<typeof ToggleMessageSchema> = { type: "toggle-panel", windowId };
  // Rejected when no page of the extension listens: then no panel is open.
  return browser.runtime.sendMessage(message).catch(() => undefined);
}

/** For the panel's page: closes it when `togglePanel` asks. Returns its cleanup. In Firefox it is never asked. */
export function closeOnToggle(): () => void {
  let ownWindow: number | undefined;
  browser.windows.getCurrent().then(
    ({ id }) => {
      ownWindow = id;
    },
    (error: unknown) => console.warn("The panel does not know its window and cannot be toggled", error),
  );
  const listener = (message: unknown, sender: { id?: string }, reply: (answer: string) => void): void => {
    if (sender.id !== browser.runtime.id || !v.is(ToggleMessageSchema, message)) return;
    // A panel that is hidden behind another extension's is to be shown, not closed.
    if (message.windowId !== ownWindow || document.visibilityState !== "visible") return;
    reply(CLOSING);
    window.close();
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
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

/** The panel's page as a full tab, also where there is neither side panel nor sidebar. */
export async function openInTab(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL("/sidepanel.html") });
}
