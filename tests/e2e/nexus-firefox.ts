import { freePort } from "../../tools/opencode/port";
import type { Firefox } from "../support/firefox/firefox";
import { launchFirefox } from "../support/firefox/launch";
import { openDetour } from "./detour";
import { DOCUMENT_SCROLLS } from "./overflow";
import { type SidebarDriver, sidebarOf } from "./sidebar";

/** Folder of the build under test; another one by `NEXUS_EXTENSION_FIREFOX`. */
const EXTENSION = process.env.NEXUS_EXTENSION_FIREFOX ?? ".output/firefox-mv3";

/** Firefox with the extension, apart from whatever OpenCode runs on this machine. */
export interface NexusFirefox {
  firefox: Firefox;
  open(): Promise<SidebarDriver>;
  /** The sidebar that something else opens. */
  opened(): Promise<SidebarDriver>;
  /** The accessibility rules the sidebar breaks, in short: as wide as it opens, in the light, and at 240 px in the dark. */
  violations(sidebar: SidebarDriver): Promise<string[]>;
  end(): Promise<void>;
}

/**
 * Starts it. OpenCode's usual address is led to `found`, or to a port nobody listens on: a server that a developer runs
 * there is neither needed nor touched.
 */
export async function openNexusFirefox({ found }: { found?: number } = {}): Promise<NexusFirefox> {
  const detour = await openDetour("127.0.0.1:4096", found ?? (await freePort("127.0.0.1")));
  const firefox = await launchFirefox({ extension: EXTENSION, prefs: detour.prefs });

  async function violationsIn(sidebar: SidebarDriver, look: string): Promise<string[]> {
    const broken = await sidebar.real.axe();
    const found = broken.flatMap(({ id, nodes }) =>
      nodes.map(({ html, summary }) => `${look}: ${id}: ${html}: ${summary}`),
    );
    if (await sidebar.real.evaluate(DOCUMENT_SCROLLS)) found.push(`${look}: the document scrolls`);
    return found;
  }

  return {
    firefox,
    open: async () => sidebarOf(await firefox.openSidebar()),
    opened: async () => sidebarOf(await firefox.sidebar()),
    async violations(sidebar) {
      const usual = Number(await sidebar.real.evaluate("innerWidth"));
      const found = await violationsIn(sidebar, `${usual} px, light`);
      await firefox.setSidebarWidth(240);
      await firefox.setColorScheme("dark");
      await sidebar.real.waitFor(`matchMedia("(prefers-color-scheme: dark)").matches`);
      found.push(...(await violationsIn(sidebar, "240 px, dark")));
      await firefox.setColorScheme("light");
      await firefox.setSidebarWidth(usual);
      await sidebar.real.waitFor(`matchMedia("(prefers-color-scheme: light)").matches`);
      return found;
    },
    async end() {
      await firefox.close();
      await detour.close();
    },
  };
}
