import { browser } from "wxt/browser";
import { storageWrites } from "./stored";

/** What this program takes of `storage.local`. */
export interface StorageUse {
  /** As the browser counts, else the characters of its JSON. */
  bytes: number;
  /** Writes since the background started, and removals. */
  writes: number;
}

export async function storageUse(): Promise<StorageUse> {
  return { bytes: await bytesInUse(), writes: storageWrites.count };
}

async function bytesInUse(): Promise<number> {
  try {
    return await browser.storage.local.getBytesInUse();
  } catch {
    // Older Firefox has no such method.
    return JSON.stringify(await browser.storage.local.get()).length;
  }
}
