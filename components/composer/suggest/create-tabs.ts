import { type Accessor, createEffect, createMemo, createSignal } from "solid-js";
import type { OpenTab } from "../../../lib/platform/tabs";

export interface KnownTabs {
  tabs: readonly OpenTab[];
  /** There may be others, which the browser shows when the user allows it. */
  canAsk: boolean;
}

export interface TabSource {
  list(): Promise<OpenTab[]>;
  seesAll(): Promise<boolean>;
}

export const NO_TABS: KnownTabs = { tabs: [], canAsk: false };

/** The open tabs, looked up each time somebody begins to name something. */
export function createTabs(isNaming: Accessor<boolean>, source: TabSource): Accessor<KnownTabs> {
  const [known, setKnown] = createSignal(NO_TABS);
  const naming = createMemo(isNaming);

  async function look(): Promise<void> {
    try {
      const [tabs, seesAll] = await Promise.all([source.list(), source.seesAll()]);
      setKnown({ tabs, canAsk: !seesAll });
    } catch (error) {
      console.warn("Tabs could not be looked up", error);
      setKnown(NO_TABS);
    }
  }

  createEffect(() => {
    if (naming()) void look();
  });
  return known;
}
