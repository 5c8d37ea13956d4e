import { type Accessor, createComputed, createEffect, createSignal, on, onCleanup, untrack } from "solid-js";

/** Milliseconds an update may take without a pause after it. */
const CHEAP = 8;
/** Pause after dear updates, in their own durations: an eighth of the time at most goes into growing text. */
const PAUSE = 8;
/** Milliseconds after which the text moves on in any case. */
const LONGEST_PAUSE = 300;

/**
 * Text as it should be shown now: as it comes while that is cheap, with pauses once one block of it has become so
 * long that showing it takes time. When streaming ends, the whole text is shown at once.
 */
export function createPaced(text: Accessor<string>, streaming: Accessor<boolean>): Accessor<string> {
  const [shown, setShown] = createSignal(untrack(text));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun = 0;
  /** Of the last two updates: one slow one, as the first code block is, says nothing about the next. */
  let costs: [number, number] = [0, 0];

  const show = (): void => {
    clearTimeout(timer);
    timer = undefined;
    begun = performance.now();
    setShown(untrack(text));
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
    on(
      shown,
      () => {
        costs = [costs[1], performance.now() - begun];
      },
      { defer: true },
    ),
  );
  onCleanup(() => clearTimeout(timer));
  return shown;
}
