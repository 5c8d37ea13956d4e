import { onCleanup } from "solid-js";
import { edits, isSingle, type Key, keyOf } from "../../lib/keys/key";
import { isMac } from "../../lib/platform/system";
import type { Commands } from "./create-commands";

/** What has all keys for its own: a sheet is a screen. */
const MODAL = "[role=dialog]:not([data-sheet]), [role=menu], [role=listbox], [data-takes-keys='']";
/** What can be written in, or chooses by characters. */
const FIELD = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

/** Whether a key counts where it was pressed: what is written in has its own keys, as far as there is something. */
export function counts(key: Key, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  if (target.closest(MODAL)) return false;
  if (target.closest<HTMLElement>("[data-takes-keys]")?.dataset.takesKeys?.split(" ").includes(key)) return false;
  if (!target.matches(FIELD)) return true;
  const isEmpty = "value" in target && target.value === "";
  return !isSingle(key) && (isEmpty || !edits(key));
}

/** Does what keys stand for, wherever in the panel the focus is. */
export function createCommandKeys(commands: Pick<Commands, "of" | "offered">): void {
  function onKeyDown(event: KeyboardEvent): void {
    const key = keyOf(event, isMac());
    const command = key === undefined ? undefined : commands.of(key);
    if (key === undefined || !command || (event.repeat && !command.repeats) || !counts(key, event.target)) return;
    const at = event.target instanceof Element ? event.target : null;
    const offer = commands.offered(at).find((one) => one.command.id === command.id);
    if (!offer || offer.disabled || offer.accepts?.(event.target) === false) return;
    event.preventDefault();
    // The empty composer would take some for itself, and have nothing to send.
    event.stopPropagation();
    offer.run();
  }
  document.addEventListener("keydown", onKeyDown, true);
  onCleanup(() => document.removeEventListener("keydown", onKeyDown, true));
}
