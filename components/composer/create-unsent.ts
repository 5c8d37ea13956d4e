import { type Accessor, batch, createMemo } from "solid-js";
import type { DraftChange, DraftKey, Drafts } from "../app/drafts";
import { createRecall, type Recall } from "./recall/create-recall";
import { type Unsent, unsentOf } from "./written";

export interface UnsentState {
  /** What stands in the composer: the draft, or a past prompt in its place. */
  shown: Accessor<Unsent>;
  /** What was called back becomes the draft when it is changed; what was being written can then be called back. */
  change(change: DraftChange): void;
  recall: Recall;
}

export function createUnsent(drafts: Drafts, key: Accessor<DraftKey>): UnsentState {
  const draft = () => drafts.get(key());
  const recall = createRecall(() => draft().text);
  const shown = createMemo(() => unsentOf(draft(), recall.shown()));
  return {
    shown,
    recall,
    change(change) {
      const { text, shell } = draft();
      const isPast = recall.shown() !== undefined;
      if (isPast) recall.keep(shell ? { text, shell } : { text });
      batch(() => {
        drafts.change(key(), isPast ? { ...shown(), ...change } : change);
        recall.leave();
      });
    },
  };
}
