type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether a key begins a text: a character, an input method's, or one that pastes. */
export function writes(event: Pressed): boolean {
  if (pastes(event)) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.key === "Process" || (event.key.length === 1 && event.key !== " ");
}

/** On its way down: what is focused then is pasted into. */
function pastes({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean {
  if (key === "Insert") return shiftKey && !ctrlKey && !metaKey && !altKey;
  return key.toLowerCase() === "v" && (ctrlKey || metaKey) && !altKey;
}
