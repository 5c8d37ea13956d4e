import type { Page } from "playwright-core";
import type { Display } from "../display";

/**
 * Right-clicks and chooses from the browser's own menu with the keyboard. Nothing in the debugging protocol sees that menu,
 * so its window on the display tells when it is open and when it has closed again.
 *
 * @param keys Names as xdotool knows them. With one item of an extension, "Up", "Up", "Return" picks it: it stands just
 *   above "Inspect".
 */
export async function pickFromContextMenu(
  display: Display,
  page: Page,
  point: { x: number; y: number },
  keys: readonly string[],
): Promise<void> {
  const before = await display.windowCount();
  await page.mouse.click(point.x, point.y, { button: "right" });
  await display.untilWindows((count) => count > before, "The context menu");
  await display.key(...keys);
  await display.untilWindows((count) => count <= before, "The page without a context menu");
}
