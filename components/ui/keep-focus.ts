import { type Accessor, createEffect, createMemo, on } from "solid-js";

/**
 * Keeps the focus in a list when what has it changes places, which costs an element the focus, or goes: then the list
 * itself has it, and not another item, where the same key would do something to what nobody has read.
 */
export function keepFocus(list: Accessor<HTMLElement | undefined>, keys: Accessor<readonly string[]>): void {
  let held: Element | undefined;
  const order = createMemo(() => {
    // Taken before the items change places.
    const focused = document.activeElement;
    held = focused && list()?.contains(focused) ? focused : undefined;
    return keys().join();
  });
  createEffect(
    on(order, () => {
      if (!(held instanceof HTMLElement) || held === document.activeElement) return;
      if (held.isConnected) held.focus({ preventScroll: true });
      else {
        // What undoes that takes the focus before the list does.
        queueMicrotask(() => {
          if (document.activeElement === document.body) list()?.focus({ preventScroll: true });
        });
      }
    }),
  );
}
