import * as v from "valibot";
import { browser } from "wxt/browser";
import type { SessionKey } from "../model";

const keyOf = (key: SessionKey) => `usage-warning:${key}`;

/**
 * The share of its context at which the user dismissed a session's warning. In `storage.session`: as long as the browser runs,
 * for all its panels.
 */
export const usageWarnings = {
  async dismissedAt(key: SessionKey): Promise<number | undefined> {
    const raw = (await browser.storage.session.get(keyOf(key)))[keyOf(key)];
    return v.is(v.number(), raw) ? raw : undefined;
  },
  dismiss: (key: SessionKey, share: number): Promise<void> => browser.storage.session.set({ [keyOf(key)]: share }),
  forget: (key: SessionKey): Promise<void> => browser.storage.session.remove(keyOf(key)),
};
