import type { PanelConnection } from "../bridge/background-port";
import type { Destination } from "../bridge/messages";
import { sessionAddress } from "../bridge/session-address";

export interface LeadDeps {
  panels: ReadonlySet<PanelConnection>;
  /** Must be called first in the handler of a click; rejects where the browser does not let it be opened so. */
  openPanel(place: { windowId: number }): Promise<void>;
  openInTab(place: { address: string }): Promise<void>;
  showWindow(windowId: number, tabId?: number): Promise<void>;
  report(work: Promise<unknown>): void;
}

/** Leads the user to a session: in a panel that is open, or in one that is opened for that. */
export function createLead({ panels, openPanel, openInTab, showWindow, report }: LeadDeps) {
  /** What the next panel is to show. */
  let destination: Destination | undefined;

  async function open(place: Destination, windowId: number): Promise<void> {
    try {
      await openPanel({ windowId });
    } catch {
      // No window of that id any more, or a click that does not count as the user's: a tab needs neither. It has an address,
      // and a panel that comes meanwhile is none that was opened for this.
      if (destination === place) destination = undefined;
      await openInTab({ address: sessionAddress(place.key) });
      return;
    }
    await showWindow(windowId);
  }

  return {
    /** To be called first in the handler of a click. */
    to(place: Destination, windowId: number): void {
      const served = [...panels].filter((panel) => panel.windowId !== undefined);
      const panel = served.find((one) => one.windowId === windowId) ?? served[0];
      if (panel?.windowId === undefined) {
        destination = place;
        report(open(place, windowId));
      } else {
        panel.send({ type: "show", ...place });
        report(showWindow(panel.windowId, panel.tabId));
      }
    },
    /** A panel has come: it may be the one that was opened for something. */
    greet(panel: PanelConnection): void {
      if (destination === undefined) return;
      panel.send({ type: "show", ...destination });
      destination = undefined;
    },
  };
}
