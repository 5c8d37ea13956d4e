import { type Accessor, createComputed, createEffect, createSignal, on, onCleanup, untrack } from "solid-js";

/** Milliseconds an update may take without a pause after it. */
const CHEAP = 8;
/** Pause after a dear update, in its own durations: an eighth of the time at most goes into growing text. */
const PAUSE = 8;

/**
 * Text as it should be shown now: as it comes while that is cheap, with pauses once one block of it has become so
 * long that showing it takes time. When streaming ends, the whole text is shown at once.
 */
export function createPaced(text: Accessor<string>, streaming: Accessor<boolean>): Accessor<string> {
  const [shown, setShown] = createSignal(untrack(text));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun = 0;
  let cost = 0;

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
        const wait = cost > CHEAP ? begun + cost * (1 + PAUSE) - performance.now() : 0;
        if (!isStreaming || wait <= 0) show();
        else timer ??= setTimeout(show, wait);
      },
      { defer: true },
    ),
  );
  createEffect(
    on(
      shown,
      () => {
        cost = performance.now() - begun;
      },
      { defer: true },
    ),
  );
  onCleanup(() => clearTimeout(timer));
  return shown;
}
