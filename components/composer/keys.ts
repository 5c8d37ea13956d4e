/**
 * Whether a key sends: Enter without Shift, and not while an input method composes (Chromium reports the Enter that ends a
 * composition with keyCode 229 after `isComposing` has gone).
 */
export function sends(event: Pick<KeyboardEvent, "key" | "shiftKey" | "altKey" | "isComposing" | "keyCode">): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.altKey && !event.isComposing && event.keyCode !== 229;
}

/** Whether a key turns a line of shell into a message: Escape, or Backspace at its beginning. */
export function leavesShell(
  event: Pick<KeyboardEvent, "key" | "isComposing">,
  area: Pick<HTMLTextAreaElement, "selectionStart" | "selectionEnd">,
): boolean {
  if (event.isComposing) return false;
  return event.key === "Escape" || (event.key === "Backspace" && area.selectionStart === 0 && area.selectionEnd === 0);
}
