import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { SessionText } from "../../lib/bridge/calls/text-search";
import { type Fault, toFault } from "../../lib/model";
import type { App } from "../app/context";

/** Milliseconds that typing rests before conversations are looked through. */
const REST = 300;
/** Sessions a call: some 200 kB of stored text. */
const STEP = 10;
/** Sessions on show: more than anyone looks through; a longer query finds fewer. */
const MOST = 50;

export interface TextSearch {
  found: Accessor<SessionText[]>;
  /** Sessions looked through so far. */
  searched: Accessor<number>;
  searching: Accessor<boolean>;
  fault: Accessor<Fault | undefined>;
}

/** Looks through what was said for the words of `query`; another query, or the end of the owner, ends that. */
export function createTextSearch(
  background: Pick<App["background"], "searchableSessions" | "searchTexts">,
  query: Accessor<string>,
): TextSearch {
  const [found, setFound] = createSignal<SessionText[]>([]);
  const [searched, setSearched] = createSignal(0);
  const [searching, setSearching] = createSignal(false);
  const [fault, setFault] = createSignal<Fault>();

  createEffect(
    on(query, (words) => {
      let isCurrent = true;
      setFound([]);
      setSearched(0);
      setFault(undefined);
      setSearching(true);
      const timer = setTimeout(() => void run(), REST);
      onCleanup(() => {
        isCurrent = false;
        clearTimeout(timer);
      });

      async function run(): Promise<void> {
        try {
          const keys = await background.searchableSessions();
          for (let from = 0; from < keys.length && isCurrent && found().length < MOST; from += STEP) {
            const some = keys.slice(from, from + STEP);
            const more = await background.searchTexts(some, words);
            if (!isCurrent) return;
            setFound((known) => [...known, ...more].slice(0, MOST));
            setSearched((count) => count + some.length);
          }
        } catch (error) {
          if (isCurrent) setFault(toFault(error));
        } finally {
          if (isCurrent) setSearching(false);
        }
      }
    }),
  );

  return { found, searched, searching, fault };
}
