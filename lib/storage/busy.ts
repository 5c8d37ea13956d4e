import * as v from "valibot";
import { browser } from "wxt/browser";
import type { ServerId } from "../model";

const KEY = "busy";

/** Servers at which something ran or waited, in `storage.session`: it outlives the background and not the browser. */
export const storedBusy = {
  async load(): Promise<ServerId[]> {
    const raw = (await browser.storage.session.get(KEY))[KEY];
    const checked = v.safeParse(v.array(v.string()), raw);
    return checked.success ? checked.output : [];
  },
  async save(servers: ServerId[]): Promise<void> {
    await browser.storage.session.set({ [KEY]: servers });
  },
};
