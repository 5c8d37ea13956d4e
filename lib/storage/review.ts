import * as v from "valibot";
import { readWhole } from "./schema";
import { defineStored } from "./stored";

/** How the user reads changes. `split`: side by side, where the window is wide enough. */
export interface StoredReview {
  split: boolean;
}

export const storedReview = defineStored<StoredReview>({
  key: "review",
  version: 1,
  migrations: {},
  read: readWhole(v.object({ split: v.boolean() })),
  empty: () => ({ split: true }),
  precious: false,
});
