import { fakeBrowser } from "wxt/testing/fake-browser";
import { giveLocks } from "./locks";

/** How much `storage.local` holds when a test sets a limit, as Chromium counts it: keys and JSON of the values. */
let quota = Number.POSITIVE_INFINITY;

/** For `vi.mock("wxt/browser", …)`: storage as in a browser, with a quota that a test can lower. */
export function mockedBrowser() {
  giveLocks();
  const { local } = fakeBrowser.storage;
  const set = local.set.bind(local);
  local.set = async (items: Record<string, unknown>) => {
    const held = { ...(await local.get(null)), ...items };
    // Chromium's words.
    if (sizeOf(held) > quota) throw new Error("Resource::kQuotaBytes quota exceeded");
    // Values are stored as JSON, not as the objects they are.
    await set(structuredClone(items));
  };
  return { browser: fakeBrowser };
}

export async function limitStorage(spare: number): Promise<void> {
  quota = sizeOf(await fakeBrowser.storage.local.get(null)) + spare;
}

export function resetBrowser(): void {
  quota = Number.POSITIVE_INFINITY;
  fakeBrowser.reset();
}

/** What is stored, by key. */
export const stored = (): Promise<Record<string, unknown>> => fakeBrowser.storage.local.get(null);
export const storeRaw = (items: Record<string, unknown>): Promise<void> => fakeBrowser.storage.local.set(items);

function sizeOf(items: Record<string, unknown>): number {
  return Object.entries(items).reduce(
    (sum, [key, value]) => sum + key.length + JSON.stringify(value ?? null).length,
    0,
  );
}
