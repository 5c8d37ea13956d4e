import * as v from "valibot";
import { browser } from "wxt/browser";
import { type ContextItem, ContextItemSchema } from "../page/context";
import { readRows } from "./schema";
import { createTurns } from "./turns";

/**
 * What was taken from a page and is not yet in a draft, by window. In `storage.session`: in memory, for this browser
 * session, out of reach of content scripts; the background may die between the click and the panel's opening.
 */
const keyOf = (windowId: number) => `inbox:${windowId}`;

async function pending(windowId: number): Promise<ContextItem[]> {
  const key = keyOf(windowId);
  const raw = (await browser.storage.session.get(key))[key];
  return v.is(v.array(v.unknown()), raw) ? readRows(ContextItemSchema)(raw).value : [];
}

const inTurn = createTurns();

export const contextInbox = {
  pending,
  put: (windowId: number, item: ContextItem): Promise<void> =>
    inTurn(async () => {
      await browser.storage.session.set({ [keyOf(windowId)]: [...(await pending(windowId)), item] });
    }),
  taken: (windowId: number, ids: string[]): Promise<void> =>
    inTurn(async () => {
      const rest = (await pending(windowId)).filter((item) => !ids.includes(item.id));
      if (rest.length > 0) await browser.storage.session.set({ [keyOf(windowId)]: rest });
      else await browser.storage.session.remove(keyOf(windowId));
    }),
};
