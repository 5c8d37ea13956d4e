import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { type Fault, type HistoryRow, type SessionKey, toFault } from "../../lib/model";
import type { App } from "../app/context";

/** How long typing must rest before the servers are asked. */
const DEBOUNCE_MS = 200;

export interface Search {
  query: Accessor<string>;
  setQuery(query: string): void;
  /** What is held and matches, and what the servers found, newest first. */
  results: Accessor<HistoryRow[]>;
  /** Whether the servers have not answered for this query yet. */
  searching: Accessor<boolean>;
  fault: Accessor<Fault | undefined>;
}

/** Search over the titles of all sessions: at once in the held `sessions`, and after a rest of typing on the servers. */
export function createSearch(app: Pick<App, "background">, sessions: Accessor<HistoryRow[]>): Search {
  const [query, setQuery] = createSignal("");
  const [found, setFound] = createSignal<SessionKey[]>([]);
  const [searching, setSearching] = createSignal(false);
  const [fault, setFault] = createSignal<Fault>();
  const words = createMemo(() => query().trim());

  createEffect(
    on(
      words,
      (asked) => {
        setFound([]);
        setFault(undefined);
        setSearching(asked !== "");
        if (asked === "") return;
        let current = true;
        const timer = setTimeout(() => void ask(), DEBOUNCE_MS);
        onCleanup(() => {
          current = false;
          clearTimeout(timer);
        });

        async function ask(): Promise<void> {
          try {
            const keys = await app.background.searchSessions(asked);
            if (current) setFound(keys);
          } catch (error) {
            if (current) setFault(toFault(error));
          } finally {
            if (current) setSearching(false);
          }
        }
      },
      { defer: true },
    ),
  );

  const results = createMemo(() => (words() ? matches(sessions(), words(), found()) : []));
  return { query, setQuery, results, searching, fault };
}

/** Of `rows`, those whose title has the words and those that are in `found`; the order stays. */
export function matches(rows: HistoryRow[], words: string, found: SessionKey[]): HistoryRow[] {
  const wanted = words.toLocaleLowerCase();
  const keys = new Set(found);
  return rows.filter((row) => keys.has(row.key) || row.session.title.toLocaleLowerCase().includes(wanted));
}
