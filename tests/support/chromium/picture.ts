import { writeFile } from "node:fs/promises";
import type { CDPSession, Page } from "playwright-core";

/** Size of a panel in CSS pixels. */
export interface PanelSize {
  width: number;
  height?: number;
}

export interface PictureOptions extends Partial<PanelSize> {
  colorScheme?: "light" | "dark";
  /** Device pixels to a CSS pixel; 2 for sharp pictures. */
  scale?: number;
}

const sessions = new WeakMap<Page, CDPSession>();

/** One session for each panel: what it emulates lasts as long as it is attached. */
async function sessionOf(panel: Page): Promise<CDPSession> {
  const known = sessions.get(panel);
  if (known) return known;
  const session = await panel.context().newCDPSession(panel);
  sessions.set(panel, session);
  return session;
}

/**
 * Lays the panel out at a size of its own, also below the least width Chromium lets a user drag it to, until it is
 * called again; without a size the panel has its window's again.
 */
export async function setPanelSize(panel: Page, size?: PanelSize & { scale?: number }): Promise<void> {
  const session = await sessionOf(panel);
  if (!size) {
    await session.send("Emulation.clearDeviceMetricsOverride");
    return;
  }
  await session.send("Emulation.setDeviceMetricsOverride", {
    width: size.width,
    height: size.height ?? 0,
    deviceScaleFactor: size.scale ?? 0,
    mobile: false,
  });
  await panel.waitForFunction((width) => innerWidth === width, size.width);
}

/** Writes a PNG of the panel as it looks at that width and in that scheme. */
export async function takePicture(panel: Page, file: string, options: PictureOptions = {}): Promise<void> {
  const { width, height, scale, colorScheme } = options;
  const session = await sessionOf(panel);
  if (colorScheme) await panel.emulateMedia({ colorScheme });
  if (width !== undefined) {
    await setPanelSize(panel, { width, ...(height === undefined ? {} : { height }), ...(scale ? { scale } : {}) });
  }
  const { data } = await session.send("Page.captureScreenshot", { format: "png" });
  await writeFile(file, Buffer.from(data, "base64"));
  if (width !== undefined) await setPanelSize(panel);
}
