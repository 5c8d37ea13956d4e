import { browser } from "wxt/browser";
import { hasMethods } from "./api";

/** `waiting`: something needs the user; `failed`: something went wrong. Said in words in the tooltip too. */
export type BadgeTone = "waiting" | "failed";

export interface Badge {
  count: number;
  tone: BadgeTone;
  /** The icon's tooltip, e.g. "2 sessions need you". Absent: the manifest's title. */
  title?: string;
}

/** White on these has a contrast of 5.4 and 6.5 to 1; they show on light and dark toolbars. */
const COLOURS: Record<BadgeTone, string> = { waiting: "#8f5a00", failed: "#b3261e" };

/** Four characters are the most that fit; past 99 the exact number says nothing. */
export function badgeText(count: number): string {
  if (!(count >= 1)) return "";
  return count > 99 ? "99+" : String(Math.floor(count));
}

/** Shows a number on the extension's icon, in every window; a count of 0 clears it. */
export async function showBadge({ count, tone, title }: Badge): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ text: badgeText(count) }),
    action.setBadgeBackgroundColor({ color: COLOURS[tone] }),
    hasMethods(action, "setBadgeTextColor") ? action.setBadgeTextColor({ color: "#ffffff" }) : undefined,
    action.setTitle({ title: title ?? browser.runtime.getManifest().action?.default_title ?? "" }),
  ]);
}
