import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { patternOf } from "../../lib/find/pattern";
import { firstFrom, hitsIn, type LineHit } from "./find-lines";

/** Milliseconds that typing rests before it is searched. */
const REST = 120;

export interface FileFind {
  query: Accessor<string>;
  setQuery(query: string): void;
  /** What is searched for now: a moment behind the query. */
  pattern: Accessor<RegExp | undefined>;
  total: Accessor<number>;
  /** The number of the current hit, from 1 on; 0 when there is none. */
  number: Accessor<number>;
  hit: Accessor<LineHit | undefined>;
  step(by: 1 | -1): void;
}

/**
 * A search through the lines of a file, all of them, whether they are on the page or not.
 *
 * @param from the line where the reader is: the search begins there
 */
export function createFileFind(lines: Accessor<readonly string[]>, from: () => number): FileFind {
  const [query, setQuery] = createSignal("");
  const [words, setWords] = createSignal("");
  const pattern = createMemo(() => patternOf(words()));
  const hits = createMemo(() => {
    const sought = pattern();
    return sought ? hitsIn(lines(), sought) : [];
  });
  const [at, setAt] = createSignal(0);
  createEffect(
    on(
      query,
      (typed) => {
        const timer = setTimeout(() => setWords(typed.trim()), typed.trim() === "" ? 0 : REST);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );
  createEffect(on(hits, (held) => setAt(firstFrom(held, from()))));
  const hit = createMemo(() => hits()[at()]);
  return {
    query,
    setQuery,
    pattern,
    total: () => hits().length,
    number: () => (hit() ? at() + 1 : 0),
    hit,
    step(by) {
      const count = hits().length;
      if (count > 0) setAt((at() + by + count) % count);
    },
  };
}
