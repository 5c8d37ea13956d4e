import { type Accessor, createMemo, createSignal } from "solid-js";
import type { HistoryRow } from "../../lib/model";

export interface Archive {
  /** How many of the held sessions are archived. */
  count: Accessor<number>;
  /** Whether only these are to be seen; never when there are none. */
  on: Accessor<boolean>;
  toggle(): void;
  /** The sessions on show: the archived ones, or all others. */
  rows: Accessor<HistoryRow[]>;
}

/** Parts what is archived from what is not; one of the two is looked at. */
export function createArchive(all: Accessor<HistoryRow[]>): Archive {
  const [wanted, setWanted] = createSignal(false);
  const archived = createMemo(() => all().filter(({ session }) => session.archivedAt));
  const count = () => archived().length;
  const on = createMemo(() => wanted() && count() > 0);
  return {
    count,
    on,
    toggle: () => setWanted(!on()),
    rows: createMemo(() => (on() ? archived() : all().filter(({ session }) => !session.archivedAt))),
  };
}
