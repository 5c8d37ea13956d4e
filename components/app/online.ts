import { onCleanup } from "solid-js";

/** Calls `back` whenever the browser has a network again. */
export function onOnline(back: () => void): void {
  window.addEventListener("online", back);
  onCleanup(() => window.removeEventListener("online", back));
}
