import type { PermissionReply } from "../../lib/model";

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat">;

/**
 * The reply that a key gives to a permission. None of them writes a character, so that nobody who goes on writing grants
 * anything; nor does a key that is held down, having been pressed for something else.
 *
 * @param isMac Cmd stands for Ctrl.
 */
export function replyOfKey(event: Pressed, isMac: boolean): PermissionReply | undefined {
  const [command, other] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  if (!command || other || event.altKey || event.repeat) return undefined;
  if (event.key === "Enter") return event.shiftKey ? "always" : "once";
  return event.key === "Backspace" && event.shiftKey ? "reject" : undefined;
}

/** The same keys in words. `aria`: for `aria-keyshortcuts`. */
export function keyOf(reply: PermissionReply, isMac: boolean): { shown: string; aria: string } {
  const [command, shift] = isMac ? ["⌘", "⇧"] : ["Ctrl+", "Shift+"];
  const name = isMac ? "Meta" : "Control";
  if (reply === "once") return { shown: `${command}↵`, aria: `${name}+Enter` };
  if (reply === "always") return { shown: `${command}${shift}↵`, aria: `${name}+Shift+Enter` };
  return { shown: `${command}${shift}⌫`, aria: `${name}+Shift+Backspace` };
}

/** Whether a key begins a text: a character, or an input method's. */
export function writes(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.key === "Process" || (event.key.length === 1 && event.key !== " ");
}
