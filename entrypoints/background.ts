import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { subjectOf } from "../lib/alerts/alert";
import { createAlerts } from "../lib/alerts/alerts";
import { answerAlert } from "../lib/alerts/answers";
import { createLead } from "../lib/alerts/lead";
import { type PanelConnection, servePanel } from "../lib/bridge/background-port";
import { PANEL_PORT } from "../lib/bridge/messages";
import { sweepAttachments } from "../lib/hub/attachments";
import { createHub } from "../lib/hub/hub";
import { changesWaiting, countWaiting } from "../lib/hub/waiting";
import { captureClick, captureCommand } from "../lib/page/capture";
import type { ContextItem } from "../lib/page/context";
import { MENU_ITEMS } from "../lib/page/menu";
import { showBadge } from "../lib/platform/badge";
import { surface } from "../lib/platform/browser";
import { onCommand } from "../lib/platform/commands";
import { dropHost, onHostsChange } from "../lib/platform/hosts";
import { createKeepAlive } from "../lib/platform/keepalive";
import { createMenus, onInstalled, onMenuClick } from "../lib/platform/menus";
import { notifier, onNotifications } from "../lib/platform/notifications";
import { keepActionClicks, onActionClick, openInTab, openPanel, togglePanel } from "../lib/platform/panel";
import { restrictStorageToExtension } from "../lib/platform/storage-access";
import { browserSurroundings } from "../lib/platform/surroundings";
import { showWindow } from "../lib/platform/windows";
import { alertChoices, alertMemory } from "../lib/storage/alerts";
import { contextInbox } from "../lib/storage/context-inbox";

export default defineBackground(() => {
  const surroundings = browserSurroundings();
  const panelPage = browser.runtime.getURL("/sidepanel.html");
  const keepAlive = createKeepAlive();
  let release: (() => void) | undefined;
  const panels = new Set<PanelConnection>();

  const hub = createHub({
    surroundings,
    onActive(active) {
      if (active) release ??= keepAlive.hold();
      else {
        release?.();
        release = undefined;
      }
    },
    onHostUnused: (url) => report(dropHost(url)),
  });

  const alerts = createAlerts({
    hub,
    surroundings,
    notifier,
    choices: alertChoices.load,
    memory: alertMemory,
    report,
  });
  const lead = createLead({ panels, openPanel, openInTab, showWindow, report });

  // Every listener is registered before the first await: the browser wakes the background for an event and delivers it once.
  browser.runtime.onConnect.addListener((port) => {
    const isPanel = port.sender?.id === browser.runtime.id && port.sender.url?.startsWith(panelPage);
    if (port.name !== PANEL_PORT || !isPanel) return port.disconnect();
    const inbox = takesContext(port.sender?.tab?.id) ? contextInbox : undefined;
    const panel = servePanel(port, hub, surroundings, inbox, lead.settle);
    panels.add(panel);
    lead.greet(panel);
    port.onDisconnect.addListener(() => {
      panels.delete(panel);
      lead.settle();
    });
  });

  async function deliver(windowId: number, item: ContextItem | undefined): Promise<void> {
    if (!item) return;
    await contextInbox.put(windowId, item);
    for (const panel of panels) {
      if (panel.windowId === windowId && takesContext(panel.tabId)) panel.send({ type: "context", items: [item] });
    }
  }

  onActionClick((tab) => {
    const shown = [...panels].find((panel) => panel.isShownIn(tab.windowId));
    report(togglePanel(tab, shown && (() => shown.send({ type: "close" }))));
  });
  onMenuClick((click, tab) => {
    if (!tab) return;
    report(openPanel(tab));
    report(captureClick(click, tab).then((item) => deliver(tab.windowId, item)));
  });
  onCommand("ask-selection", (tab) => {
    if (!tab) return;
    report(openPanel(tab));
    report(captureCommand(tab).then((item) => deliver(tab.windowId, item)));
  });
  function openAlert(id: string, windowId: number): void {
    const subject = subjectOf(id);
    if (!subject) return;
    lead.to(alerts.leadsTo(subject), windowId);
    report(notifier.clear(id));
  }
  onNotifications(
    {
      onClick: openAlert,
      onButton(id, button, windowId) {
        if (button === "open") openAlert(id, windowId);
        else report(answerAlert({ hub, notifier }, id, button));
      },
    },
    alerts.look,
    () => keepAlive.hold(),
  );
  onInstalled(() => report(createMenus(MENU_ITEMS)));
  onHostsChange(() => hub.wake());
  // Firefox's event page hears of it; Chromium's service worker does not, and is told by its panels.
  let wasOffline = false;
  self.addEventListener("offline", () => {
    wasOffline = true;
  });
  self.addEventListener("online", () => {
    if (wasOffline) hub.renew();
    else hub.wake();
    wasOffline = false;
  });

  // The browser keeps the badge when the background dies, so what it shows is unknown at first; and right until more is known.
  let shown: number | undefined;
  function showWaiting(): void {
    if (hub.isRecalling()) return;
    const count = countWaiting(hub.state);
    if (count === shown) return;
    shown = count;
    const title = count === 0 ? {} : { title: count === 1 ? "1 session needs you" : `${count} sessions need you` };
    report(showBadge({ count, tone: "waiting", ...title }));
  }
  hub.listen((event) => {
    if (changesWaiting(event)) showWaiting();
  });
  report(hub.ready.then(showWaiting));
  report(hub.ready.then(() => sweepAttachments(hub.state.outbox, surroundings.now())));

  report(keepActionClicks());
  report(restrictStorageToExtension());
});

/** What comes from a page is for the panel beside it; a full tab gets it only where there is no such panel. */
function takesContext(tabId: number | undefined): boolean {
  return tabId === undefined || surface() === "tab";
}

/** Nobody waits for these; what went wrong is of use to whoever looks at the background's console. */
function report(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.warn(error));
}
