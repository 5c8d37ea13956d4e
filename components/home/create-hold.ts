import { type Accessor, createEffect } from "solid-js";
import type { App } from "../app/context";

/** Milliseconds before the end of its time at which a deletion is held further. */
const SOON = 7_000;

/** Whether the pointer is there, or the focus of a window that somebody is in. */
const isAttended = (box: HTMLElement): boolean =>
  box.matches(":hover") || (document.hasFocus() && box.matches(":focus-within"));

/** Keeps what is about to be deleted for as long as somebody is at what undoes that: it is looked for every second. */
export function createHold(
  app: Pick<App, "state" | "now" | "background">,
  box: Accessor<HTMLElement | undefined>,
): void {
  createEffect(() => {
    const now = app.now();
    const isSoon = app.state.deletions.some(({ dueAt }) => dueAt > now && dueAt - now < SOON);
    const element = box();
    if (!isSoon || !element || !isAttended(element)) return;
    // Without the background nothing is deleted either.
    app.background.holdDeletions().catch((error: unknown) => console.warn("Not held", error));
  });
}
