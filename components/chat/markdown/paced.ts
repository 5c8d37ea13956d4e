import { type Accessor, createComputed, createEffect, createSignal, on, onCleanup, untrack } from "solid-js";
import { tellWords } from "./words";

/** Milliseconds an update may take without a pause after it. */
const CHEAP = 8;
/** Pause after dear updates, in their own durations: an eighth of the time at most goes into growing text. */
const PAUSE = 8;
/** Milliseconds after which the text moves on in any case. */
const LONGEST_PAUSE = 300;

/** Characters shown at once of a text that comes all at a time. */
const FIRST_SLICE = 8_000;
const LARGEST_SLICE = 64_000;
const SMALLEST_SLICE = 2_000;
/** Milliseconds of work that a slice is sized for: with layout, it stays a short task. */
const SLICE_TIME = 16;

/**
 * Text as it should be shown now: as it comes while that is cheap, with pauses once one block of it has become so
 * long that showing it takes time. Much text at once is shown in slices, so that the page answers in between. When
 * streaming ends, the rest is shown without pauses.
 */
export function createPaced(text: Accessor<string>, streaming: Accessor<boolean>): Accessor<string> {
  const first = untrack(text);
  const [shown, setShown] = createSignal(first.slice(0, endOfSlice(first, 0, FIRST_SLICE)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun = performance.now();
  let slice = FIRST_SLICE;
  /** Of the last two updates: one slow one, as the first code block is, says nothing about the next. */
  let costs: [number, number] = [0, 0];

  const show = (): void => {
    clearTimeout(timer);
    timer = undefined;
    begun = performance.now();
    const target = untrack(text);
    const held = untrack(shown);
    const from = target.startsWith(held) ? held.length : 0;
    setShown(target.slice(0, endOfSlice(target, from, slice)));
    if (untrack(streaming)) tellWords();
    if (untrack(shown).length < target.length) timer = setTimeout(show);
  };

  createComputed(
    on(
      [text, streaming],
      ([, isStreaming]) => {
        const cost = Math.min(...costs);
        const pause = cost > CHEAP ? Math.min(cost * PAUSE, LONGEST_PAUSE) : 0;
        const wait = begun + costs[1] + pause - performance.now();
        if (!isStreaming || pause === 0 || wait <= 0) show();
        else timer ??= setTimeout(show, wait);
      },
      { defer: true },
    ),
  );
  createEffect(
    on(shown, (now, before) => {
      const cost = performance.now() - begun;
      // The first says nothing: what it took also built the message around it.
      if (before !== undefined) costs = [costs[1], cost];
      if (now.length - (before?.length ?? 0) > slice / 2) slice = nextSlice(slice, cost);
      if (before === undefined && now.length < untrack(text).length) timer ??= setTimeout(show);
    }),
  );
  onCleanup(() => clearTimeout(timer));
  return shown;
}

const nextSlice = (slice: number, cost: number): number => {
  if (cost > 2 * SLICE_TIME) return Math.max(SMALLEST_SLICE, slice / 2);
  return cost < SLICE_TIME ? Math.min(LARGEST_SLICE, slice * 2) : slice;
};

/** Where a slice from `from` ends: with a line, if there is one, and with all of the text if little more is left. */
function endOfSlice(text: string, from: number, size: number): number {
  if (text.length - from <= size * 1.5) return text.length;
  const lineEnd = text.lastIndexOf("\n", from + size) + 1;
  return lineEnd > from ? lineEnd : from + size;
}
