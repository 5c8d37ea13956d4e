import * as v from "valibot";
import { onStoredChange } from "./changes";
import { defineStored } from "./stored";

/** How thoughts of models stand in conversations. */
export const REASONING = ["unfolded", "folded", "hidden"] as const;
export type ReasoningChoice = (typeof REASONING)[number];

/** How the user reads conversations. */
export interface ReadingChoices {
  reasoning: ReasoningChoice;
  /** Whether what commands put out stands there unfolded. */
  shell: boolean;
  /** The same of what edits have changed. */
  edits: boolean;
}

const empty = (): ReadingChoices => ({ reasoning: "folded", shell: false, edits: false });

const Schema = v.object({
  reasoning: v.fallback(v.picklist(REASONING), "folded"),
  shell: v.fallback(v.boolean(), false),
  edits: v.fallback(v.boolean(), false),
});

const stored = defineStored<ReadingChoices>({
  key: "reading",
  version: 1,
  migrations: {},
  read: (data) => ({ value: v.parse(Schema, data), lost: 0 }),
  empty,
  precious: true,
});

export const storedReading = {
  ...stored,
  empty,
  /** Calls `handle` when they were changed, here or in another panel. Returns its end. */
  onChange: (handle: (choices: ReadingChoices) => void): (() => void) =>
    onStoredChange("reading", async () => handle((await stored.load()).value)),
};
