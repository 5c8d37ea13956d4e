import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { unwrap } from "solid-js/store";
import {
  type Fault,
  findSession,
  type HistoryRow,
  type SessionKey,
  type State,
  sessionKey,
  toFault,
} from "../../lib/model";
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

/** Search over the titles of all sessions: at once in what is held, and after a rest of typing on the servers. */
export function createSearch(app: Pick<App, "state" | "background">): Search {
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

  const results = createMemo(() => (words() ? matches(app.state, words(), found()) : []));
  return { query, setQuery, results, searching, fault };
}

/** Root sessions whose title has the words, and those at `found`, newest first. */
export function matches(state: State, words: string, found: SessionKey[]): HistoryRow[] {
  const rows = new Map<SessionKey, HistoryRow>();
  for (const key of found) {
    const hit = findSession(state, key);
    if (hit) rows.set(key, { key, ...hit });
  }
  const wanted = words.toLocaleLowerCase();
  for (const server of Object.values(state.servers)) {
    for (const session of Object.values(server.sessions)) {
      // A changed session is a new object, which is watched; its fields, of thousands, are read without a subscription.
      const { id, title, parentId, archivedAt } = unwrap(session);
      if (parentId || archivedAt || !title.toLocaleLowerCase().includes(wanted)) continue;
      const key = sessionKey(server.id, id);
      rows.set(key, { key, server, session });
    }
  }
  return [...rows.values()].sort((a, b) => b.session.updatedAt - a.session.updatedAt);
}
