import { browser } from "wxt/browser";

/**
 * The match pattern that grants access to a server: scheme and host, every port (Firefox refuses a pattern with a port).
 * Throws a `TypeError` for anything but an http or https address.
 */
export function hostPattern(url: string | URL): string {
  const { protocol, hostname } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") throw new TypeError(`No host permission covers ${protocol}`);
  return `${protocol}//${hostname}/*`;
}

/** Whether requests to this server are allowed now. The user can take permissions back at any time, also loopback in Firefox. */
export function hasHost(url: string | URL): Promise<boolean> {
  return browser.permissions.contains({ origins: [hostPattern(url)] });
}

/**
 * Asks the user for access to this server; `false` when refused. Call it first in the handler of a click, before any `await`.
 * Resolves with `true` at once when access is there already.
 */
export function requestHost(url: string | URL): Promise<boolean> {
  return browser.permissions.request({ origins: [hostPattern(url)] });
}

/** Takes back what `requestHost` got, when the last profile of the host goes. What the manifest requires stays: `false`. */
export async function dropHost(url: string | URL): Promise<boolean> {
  const pattern = hostPattern(url);
  if (browser.runtime.getManifest().host_permissions?.includes(pattern)) return false;
  return browser.permissions.remove({ origins: [pattern] });
}

/** Calls `handle` whenever permissions were given or taken, here or in the browser's own pages. Returns its cleanup. */
export function onHostsChange(handle: () => void): () => void {
  browser.permissions.onAdded.addListener(handle);
  browser.permissions.onRemoved.addListener(handle);
  return () => {
    browser.permissions.onAdded.removeListener(handle);
    browser.permissions.onRemoved.removeListener(handle);
  };
}
