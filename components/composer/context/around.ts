import type { ContextItem } from "../../../lib/page/context";
import { fence } from "../../../lib/page/fence";

/** What stands before and after an item's text in the prompt, as it is sent. */
export function aroundText(item: ContextItem): { before: string; after: string } {
  const whole = fence(item);
  const end = whole.lastIndexOf("\n");
  const blank = whole.indexOf("\n\n");
  // Without a text there is no blank line before the closing one.
  if (blank === -1) return { before: whole.slice(0, end), after: whole.slice(end + 1) };
  return { before: whole.slice(0, blank), after: whole.slice(end + 1) };
}
