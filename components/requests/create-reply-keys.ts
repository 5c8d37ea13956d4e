import { onCleanup, onMount } from "solid-js";
import type { PermissionReply } from "../../lib/model";
import { isMac } from "../../lib/platform/system";
import { MESSAGE_FIELD } from "../composer/field";
import { replyOfKey } from "./keys";

/** What has keys of its own. */
const MODAL = "[role=dialog], [role=menu], [role=listbox]";
const FIELD = "input, textarea, [contenteditable]";

/**
 * Calls `give` for the keys of a permission, wherever in the panel the focus is, except in a field that is written in.
 *
 * @param idle whether nothing is written in the composer
 */
export function createReplyKeys(idle: () => boolean, give: (reply: PermissionReply) => void): void {
  function isTaken(target: EventTarget | null): boolean {
    if (!(target instanceof Element)) return false;
    if (target.closest(MODAL)) return true;
    return target.matches(FIELD) && !(target.matches(MESSAGE_FIELD) && idle());
  }
  function onKeyDown(event: KeyboardEvent): void {
    const reply = replyOfKey(event, isMac());
    if (!reply || isTaken(event.target)) return;
    // The empty composer would take the key for itself, and have nothing to send.
    event.preventDefault();
    event.stopPropagation();
    give(reply);
  }
  onMount(() => {
    document.addEventListener("keydown", onKeyDown, true);
    onCleanup(() => document.removeEventListener("keydown", onKeyDown, true));
  });
}
