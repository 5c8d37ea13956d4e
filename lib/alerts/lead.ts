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
  /** A click that came while panels were there which had not said their windows yet. */
  let waiting: { place: Destination; windowId: number } | undefined;

  const served = () =>
    [...panels].flatMap((panel) => (panel.windowId === undefined ? [] : [{ panel, windowId: panel.windowId }]));

  /**
   * @returns the panel that is to show what was clicked in a window; "unsaid": one of which that is not known yet may be the
   *   window's own; `undefined`: there is none
   */
  function panelFor(windowId: number): ReturnType<typeof served>[number] | "unsaid" | undefined {
    const known = served();
    const own = known.find((one) => one.windowId === windowId);
    return own ?? (known.length < panels.size ? "unsaid" : known[0]);
  }

  function show({ panel, windowId }: ReturnType<typeof served>[number], place: Destination): void {
    panel.send({ type: "show", ...place });
    report(showWindow(windowId, panel.tabId));
  }

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
      const found = panelFor(windowId);
      // The latest click counts.
      waiting = found === "unsaid" ? { place, windowId } : undefined;
      if (found === "unsaid") return;
      if (found) show(found, place);
      else {
        destination = place;
        report(open(place, windowId));
      }
    },
    /** A panel has said its window, or has gone. */
    settle(): void {
      if (!waiting) return;
      const { place, windowId } = waiting;
      const found = panelFor(windowId);
      if (found === "unsaid") return;
      waiting = undefined;
      if (found) show(found, place);
      // The click is over, and with it the leave to open a panel.
      else report(openInTab({ address: sessionAddress(place.key) }));
    },
    /** A panel has come: it may be the one that was opened for something. */
    greet(panel: PanelConnection): void {
      if (destination === undefined) return;
      panel.send({ type: "show", ...destination });
      destination = undefined;
    },
  };
}
