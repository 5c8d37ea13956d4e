import type { Browser, Page } from "playwright-core";
import { type Nexus, openNexus } from "../../e2e/nexus";
import type { Ground } from "../ground/ground";
import { closing } from "../measure/closing";
import { HEAP_SWITCH } from "../measure/heap";
import { installProbe } from "../page/probe";
import { createOurs, type Ours } from "./ours";
import type { Side } from "./side";
import { createWeb } from "./web";

/** The browser that both sides run in. */
export interface Arena {
  ours: Ours;
  web: Side;
  nexus: Nexus;
  browser: Browser;
  close(): Promise<void>;
}

export async function openArena(ground: Ground): Promise<Arena> {
  const nexus = await openNexus({
    found: ground.stage.server.url,
    windowSize: { width: 1280, height: 900 },
    args: [HEAP_SWITCH],
  });
  try {
    const browser = nexus.chromium.context.browser();
    if (!browser) throw new Error("The browser is gone");
    const web = await nexus.chromium.openPage();
    // Opening the panel brings the tab beside it to the front; so it stays there, and both are drawn.
    const panel = (await nexus.open()).page;
    await Promise.all([web, panel].map(equip));
    return {
      ours: await createOurs(nexus, browser, panel),
      web: await createWeb(ground, web),
      nexus,
      browser,
      close: closing(() => nexus.end()),
    };
  } catch (error) {
    await nexus.end();
    throw error;
  }
}

async function equip(page: Page): Promise<void> {
  // The loader of this program names functions by a helper that pages do not have.
  await page.addInitScript("globalThis.__name = (value) => value;");
  await page.addInitScript(installProbe);
}
