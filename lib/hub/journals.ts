import type { ServerId } from "../model";
import { storedJournals } from "../storage/journals";
import { createJournal, type Journal, type JournalRecord } from "../sync/journal";
import type { Surroundings } from "../sync/surroundings";
import { createWriteBehind } from "./write-behind";

/** Milliseconds between a count and its being stored: what was counted less long before the background died is lost. */
const DELAY = 5_000;

const KEY = "journals";

/** The journals of all connections, kept over the background's deaths. */
export function createJournals(surroundings: Surroundings) {
  const journals = new Map<ServerId, Journal>();
  let earlier: Record<ServerId, JournalRecord> = {};

  async function save(): Promise<number> {
    const records = [...journals].map(([id, journal]) => [id, journal.record]);
    // Counters are no reason to trouble anybody: without them the details begin anew.
    await storedJournals.save(Object.fromEntries(records)).catch((error: unknown) => console.warn(error));
    return 0;
  }
  const behind = createWriteBehind(surroundings, save);

  function note(what: "count" | "state"): void {
    behind.mark(KEY, DELAY);
    // The states shortly before a death are those that tell of it.
    if (what === "state") void behind.settle(KEY);
  }

  return {
    async load(): Promise<void> {
      earlier = await storedJournals.load().catch(() => ({}));
    },
    of(id: ServerId): Journal {
      const held = journals.get(id);
      if (held) return held;
      const journal = createJournal(earlier[id], surroundings.now, note);
      journals.set(id, journal);
      return journal;
    },
    remove(id: ServerId): void {
      journals.delete(id);
      behind.mark(KEY, DELAY);
    },
  };
}

export type Journals = ReturnType<typeof createJournals>;
