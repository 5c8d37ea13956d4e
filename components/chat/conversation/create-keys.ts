import { onCleanup, onMount } from "solid-js";
import { isMac } from "../../../lib/platform/system";
import { type ConversationKey, meaningOf } from "./keys";

/** What has keys of its own. */
const MODAL = "[role=dialog], [role=menu], [role=listbox]";

function isWriting(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.value !== "";
}

/** Calls `act` for the keys of a conversation, wherever in the panel the focus is. */
export function createKeys(act: (key: ConversationKey) => void): void {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest(MODAL))) return;
    const key = meaningOf(event, isMac(), isWriting(event.target));
    if (!key) return;
    event.preventDefault();
    act(key);
  }
  onMount(() => {
    document.addEventListener("keydown", onKeyDown);
    onCleanup(() => document.removeEventListener("keydown", onKeyDown));
  });
}
