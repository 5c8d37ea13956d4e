import { type Accessor, createEffect, on, onCleanup } from "solid-js";
import { addressOf, viewAt } from "./address";
import type { View } from "./context";

/** Keeps the address of a full tab and what it shows the same: it can be reloaded, kept as a bookmark, gone back in. */
export function createAddress(view: Accessor<View>, go: (view: View) => void): void {
  const mend = (shown: View) => history.replaceState(null, "", addressOf(shown));
  mend(view());
  createEffect(
    on(
      view,
      (shown) => {
        const address = addressOf(shown);
        if (address !== location.hash) history.pushState(null, "", address);
      },
      { defer: true },
    ),
  );
  function follow(): void {
    const shown = viewAt(location.hash) ?? { screen: "home" };
    mend(shown);
    go(shown);
  }
  window.addEventListener("hashchange", follow);
  onCleanup(() => window.removeEventListener("hashchange", follow));
}
