import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";

/**
 * Milliseconds that something has stood in its place before it is answered: a second click, or one that was on its way, was
 * meant for what stood there before.
 */
const SETTLING = 500;

/**
 * Whether an answer comes too early to be meant for what stands there now.
 *
 * @param what stands there; another value is something else
 * @param isExpected whether the user has just asked for it themselves
 */
export function createEarly(what: Accessor<unknown>, isExpected: () => boolean = () => false): Accessor<boolean> {
  const NOTHING = Symbol();
  const [settled, setSettled] = createSignal<unknown>(NOTHING);
  createEffect(() => {
    const now = what();
    if (isExpected()) setSettled(() => now);
    else {
      const timer = setTimeout(() => setSettled(() => now), SETTLING);
      onCleanup(() => clearTimeout(timer));
    }
  });
  return () => settled() !== what();
}
