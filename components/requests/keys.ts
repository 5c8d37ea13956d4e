/** Whether a key begins a text: a character, or an input method's. */
export function writes(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.key === "Process" || (event.key.length === 1 && event.key !== " ");
}
