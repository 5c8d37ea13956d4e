/** What a key asks of a conversation. */
export type ConversationKey = "find" | "up" | "down";

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/**
 * @param isMac Cmd stands for Ctrl: there, Ctrl+F moves the caret.
 * @param isWriting Text is being written where the key was pressed: Alt and an arrow move the caret on a Mac.
 */
export function meaningOf(event: Pressed, isMac: boolean, isWriting: boolean): ConversationKey | undefined {
  if (event.shiftKey) return undefined;
  const [command, other] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  if (command && !other && !event.altKey) return event.key.toLowerCase() === "f" ? "find" : undefined;
  if (!event.altKey || command || other || isWriting) return undefined;
  if (event.key === "ArrowUp") return "up";
  return event.key === "ArrowDown" ? "down" : undefined;
}
