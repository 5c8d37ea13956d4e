import type { MenuClick, MenuItem, Tab } from "../platform/menus";
import { type ContextItem, createItem, type RawItem } from "./context";

const KINDS: Record<string, ContextItem["kind"]> = {
  "ask-selection": "selection",
  "add-page": "page",
  "add-link": "link",
  "add-image": "image",
};

/**
 * The browser's context menu on a page. Only one item ever matches a selection, so it stands in the menu itself and not in a
 * submenu; a context "frame" would be a second one inside frames.
 */
export const MENU_ITEMS: readonly MenuItem[] = [
  { id: "ask-selection", title: "Ask OpenCode about selection", contexts: ["selection"] },
  { id: "add-page", title: "Add page to OpenCode", contexts: ["page"] },
  { id: "add-link", title: "Add link to OpenCode", contexts: ["link"] },
  { id: "add-image", title: "Add image to OpenCode", contexts: ["image"] },
];

/** What the browser itself says about a tab; its address and title are known while the user's action lasts. */
export type PageTab = Pick<Tab, "id" | "title" | "url">;

/** What a menu click says by itself. `undefined` for another's item, and where there is nothing to take. */
export function readClick(click: MenuClick, tab: PageTab | undefined): RawItem | undefined {
  const page = { title: tab?.title ?? "", url: tab?.url ?? click.pageUrl ?? "" };
  switch (KINDS[click.menuItemId]) {
    case "selection": {
      if (!click.selectionText) return undefined;
      return selectionOf(page, click.selectionText, click.frameUrl);
    }
    case "page":
      return pageOf(page);
    case "link":
      if (!click.linkUrl) return undefined;
      return { kind: "link", title: linkText(click), url: click.linkUrl, text: foundOn(page) };
    case "image":
      if (!click.srcUrl) return undefined;
      return { kind: "image", title: "", url: click.srcUrl, text: foundOn(page) };
    default:
      return undefined;
  }
}

/** A page by its title and address, e.g. for a button "Add page". `undefined` where the browser tells neither. */
export function pageItem(tab: PageTab): ContextItem | undefined {
  const raw = pageOf({ title: tab.title ?? "", url: tab.url ?? "" });
  return raw && createItem(raw);
}

/**
 * A selection as an item. It carries the address of what it was in: that of a frame when the frame is somebody else's, so
 * that an embedded advertisement does not speak in the page's name.
 */
export function selectionOf(page: { title: string; url: string }, text: string, frameUrl?: string): RawItem {
  const foreign = frameUrl !== undefined && isWeb(frameUrl) && originOf(frameUrl) !== originOf(page.url);
  return { kind: "selection", title: page.title, url: foreign ? frameUrl : page.url, text };
}

function pageOf(page: { title: string; url: string }): RawItem | undefined {
  return page.title || page.url ? { kind: "page", ...page, text: "" } : undefined;
}

function foundOn({ title, url }: { title: string; url: string }): string {
  return ["Found on:", ...[title, url].filter(Boolean)].join("\n");
}

/** Firefox tells a link's text with the click, which the shared types leave out. */
function linkText(click: MenuClick): string {
  const text: unknown = Reflect.get(click, "linkText");
  return typeof text === "string" ? text : "";
}

function isWeb(url: string): boolean {
  return /^https?:/i.test(url);
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : "";
}
