import * as v from "valibot";
import { readWhole } from "./schema";
import { defineStored } from "./stored";

/** Seconds in which a deletion can be taken back, of which the user chooses one; the last is ten times the first and more. */
export const UNDO_SECONDS = [10, 30, 120] as const;
export type UndoSeconds = (typeof UNDO_SECONDS)[number];

export const storedUndoTime = defineStored<{ seconds: UndoSeconds }>({
  key: "undo-time",
  version: 1,
  migrations: {},
  read: readWhole(v.object({ seconds: v.picklist(UNDO_SECONDS) })),
  empty: () => ({ seconds: 10 }),
  precious: true,
});
