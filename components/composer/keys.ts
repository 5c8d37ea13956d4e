/**
 * Whether a key sends: Enter without Shift, and not while an input method composes (Chromium reports the Enter that ends a
 * composition with keyCode 229 after `isComposing` has gone).
 */
export function sends(event: Pick<KeyboardEvent, "key" | "shiftKey" | "altKey" | "isComposing" | "keyCode">): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.altKey && !event.isComposing && event.keyCode !== 229;
}
