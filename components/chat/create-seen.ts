import { createEffect, createSignal, on, onCleanup } from "solid-js";

/**
 * Calls `mark` when a session is looked at and does not run: at first, when it goes idle, when something changes in it
 * afterwards, and when the panel becomes visible again.
 * @param version changes when there is something new to be seen.
 */
export function createSeen(working: () => boolean, version: () => number, mark: () => Promise<void>): void {
  const visible = () => document.visibilityState === "visible";
  const [seen, setSeen] = createSignal(visible());
  const changed = () => setSeen(visible());
  document.addEventListener("visibilitychange", changed);
  onCleanup(() => document.removeEventListener("visibilitychange", changed));
  createEffect(
    on([working, version, seen], ([runs, , looks], before) => {
      if (!looks || (runs && before !== undefined)) return;
      mark().catch((error: unknown) => console.warn("The session could not be marked as read", error));
    }),
  );
}
