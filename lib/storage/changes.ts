import { browser } from "wxt/browser";

/** Calls `handle` whenever a key of `storage.local` was written, here or in another of this extension's pages. Returns its end. */
export function onStoredChange(key: string, handle: () => Promise<void>): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (!(key in changes)) return;
    handle().catch((error: unknown) => console.warn(`A change of ${key} was not taken`, error));
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
