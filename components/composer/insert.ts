/**
 * Puts words in the place of others as if they were typed: the browser's undo takes them back, and whoever listens for input
 * hears of them. The caret stands behind them.
 */
export function insert(area: HTMLTextAreaElement, start: number, end: number, words: string): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  if (words === "" && start === end) return;
  // Nothing else leaves the history of a text field as it is; it is marked as old, and every browser has it.
  const isDone = words === "" ? document.execCommand?.("delete") : document.execCommand?.("insertText", false, words);
  if (isDone) return;
  area.setRangeText(words, start, end, "end");
  area.dispatchEvent(new InputEvent("input", { inputType: "insertReplacementText", data: words, bubbles: true }));
}
