import type { Page } from "playwright-core";
import { freePort } from "../../tools/opencode/port";
import type { Chromium, ChromiumOptions } from "../support/chromium/chromium";
import { launchChromium } from "../support/chromium/launch";
import { EXTENSION } from "./extension";
import { DOCUMENT_SCROLLS } from "./overflow";
import { type PanelDriver, panelOf } from "./panel";

/** Chromium with the extension, apart from whatever OpenCode runs on this machine. */
export interface Nexus {
  chromium: Chromium;
  /** Opens the panel beside the page that is open, or beside a new one. */
  open(): Promise<PanelDriver>;
  /** Closes the panel; resolves when its document is gone. */
  close(panel: PanelDriver): Promise<void>;
  /** The accessibility rules the panel breaks, at 240 px in the dark and at 360 px in the light; and whether it overflows. */
  violations(panel: PanelDriver): Promise<string[]>;
  /** What panels wrote to their consoles, and what they threw. */
  readonly console: readonly string[];
  end(): Promise<void>;
}

export interface NexusOptions extends Partial<ChromiumOptions> {
  /** Address of the server that answers where the extension looks first. Without it nothing answers there. */
  found?: string;
  /** Names of other machines, and the addresses they lead to. */
  hosts?: Record<string, string>;
}

/** Something is open over the page, or nothing on it is hidden that one could press. */
const SETTLED =
  ':is([role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]), body:not(:has([aria-hidden="true"] button))';

const LOOKS = [
  { size: { width: 240, height: 700 }, colorScheme: "dark" },
  { size: { width: 360, height: 700 }, colorScheme: "light" },
] as const;

/**
 * Starts it. OpenCode's usual address is led to `found`, or to a port nobody listens on: a server that a developer runs
 * there is neither needed nor touched.
 */
export async function openNexus({ found, hosts = {}, args = [], ...options }: NexusOptions = {}): Promise<Nexus> {
  const target = found === undefined ? `127.0.0.1:${await freePort("127.0.0.1")}` : new URL(found).host;
  const rules = Object.entries({ "127.0.0.1:4096": target, ...hosts }).map(([from, to]) => `MAP ${from} ${to}`);
  const chromium = await launchChromium({
    extension: EXTENSION,
    args: [`--host-resolver-rules=${rules.join(",")}`, ...args],
    ...options,
  });
  const lines: string[] = [];
  let page: Page | undefined;

  return {
    chromium,
    console: lines,
    async open() {
      // After a restart of the browser its pages are others.
      if (!page || !chromium.context.pages().includes(page)) page = await chromium.openPage(PAGE);
      const panel = await chromium.openPanel(page);
      panel.on("console", (message) => lines.push(message.text()));
      panel.on("pageerror", (error) => lines.push(String(error.stack)));
      return panelOf(panel);
    },
    close: (panel) => chromium.closePanel(panel.page),
    async violations({ page: panel }) {
      // What lay below a dialog is there for readers again some moments after that has gone.
      await panel.locator(SETTLED).first().waitFor({ state: "attached" });
      const found: string[] = [];
      for (const { size, colorScheme } of LOOKS) {
        await panel.emulateMedia({ colorScheme });
        await chromium.setPanelSize(panel, size);
        for (const { id, nodes } of await chromium.axe(panel)) {
          for (const node of nodes)
            found.push(`${size.width} px, ${colorScheme}: ${id}: ${node.html}: ${node.summary}`);
        }
        if (await panel.evaluate(DOCUMENT_SCROLLS)) found.push(`${size.width} px: the document scrolls`);
      }
      await chromium.setPanelSize(panel);
      await panel.emulateMedia({ colorScheme: null });
      return found;
    },
    end: () => chromium.close(),
  };
}

const PAGE = "data:text/html,<title>A page</title><p>Beside the panel.</p>";
