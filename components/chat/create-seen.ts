import { type Accessor, createEffect, on } from "solid-js";

/**
 * Calls `mark` when a session is looked at and does not run: at first, when it goes idle, when something changes in it
 * afterwards, and when the panel becomes visible again.
 * @param version changes when there is something new to be seen.
 */
export function createSeen(
  visible: Accessor<boolean>,
  working: Accessor<boolean>,
  version: Accessor<number>,
  mark: () => Promise<void>,
): void {
  createEffect(
    on([working, version, visible], ([runs, , looks], before) => {
      if (!looks || (runs && before !== undefined)) return;
      mark().catch((error: unknown) => console.warn("The session could not be marked as read", error));
    }),
  );
}
