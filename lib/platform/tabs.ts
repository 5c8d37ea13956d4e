import { browser } from "wxt/browser";

const PERMISSION = { permissions: ["tabs" as const] };

/** A tab that the user has open. */
export interface OpenTab {
  title: string;
  url: string;
}

/**
 * The web pages in all tabs, the one looked at last first. Without the permission only those at hosts that the extension may
 * reach anyway: browsers leave out title and address of all others.
 */
export async function openTabs(): Promise<OpenTab[]> {
  const tabs = await browser.tabs.query({});
  return tabs
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ title, url }) => (title && url && /^(https?|file):/.test(url) ? [{ title, url }] : []));
}

/** Tabs by their addresses, the one looked at last first, as far as their addresses can be seen. */
export async function tabsAt(isMeant: (url: string) => boolean): Promise<number[]> {
  const tabs = await browser.tabs.query({});
  return tabs
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ id, url }) => (id !== undefined && url && isMeant(url) ? [id] : []));
}

/** Whether all tabs are seen. The user can take that back at any time. */
export function seesTabs(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Asks the user to let all tabs be seen; `false` when refused. Call it in the handler of a key or a click, before any `await`. */
export function requestTabs(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

const PDF_BEGINS = "%PDF-";
/** Bytes before that, which readers of PDFs pass over. */
const PDF_PREAMBLE = 1_024;

/**
 * Opens a PDF in a tab of its own, where the browser shows or saves it. Whatever the bytes are, they are a PDF to the browser:
 * nothing in them runs as a page of the extension.
 *
 * @throws TypeError when they are something else
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const head = String.fromCharCode(...bytes.subarray(0, PDF_PREAMBLE + PDF_BEGINS.length));
  if (!head.includes(PDF_BEGINS)) throw new TypeError("not a PDF");
  // It lasts as long as the panel, so that the tab can be loaded again.
  await browser.tabs.create({ url: URL.createObjectURL(new Blob([bytes], { type: "application/pdf" })) });
}

/** Opens a page of the web in a tab of its own, beside the panel. */
export async function openTab(url: string): Promise<void> {
  if (!/^https?:\/\//i.test(url)) throw new TypeError("not a page of the web");
  await browser.tabs.create({ url });
}
