import { edits, isSingle, type Key, partsOf } from "./key";

/**
 * Keys that never reach a page, in Chromium (`IsReservedCommandOrKey`), in Firefox (`reserved="true"` in its key set), or in
 * either system: windows, tabs, and leaving.
 */
const BROWSERS: ReadonlySet<Key> = new Set([
  "Mod+N",
  "Mod+Shift+N",
  "Mod+T",
  "Mod+Shift+T",
  "Mod+W",
  "Mod+Shift+W",
  "Mod+Q",
  "Mod+Shift+Q",
  "Mod+Shift+P",
  "Mod+F4",
  "Alt+F4",
  "Mod+Tab",
  "Mod+Shift+Tab",
  "Ctrl+Tab",
  "Ctrl+Shift+Tab",
  "Alt+Tab",
  "Alt+Shift+Tab",
  "Mod+PageUp",
  "Mod+PageDown",
  "Mod+Shift+PageUp",
  "Mod+Shift+PageDown",
  "Alt+Space",
  "Mod+Space",
  "F11",
  "F12",
]);
/** On a Mac the system's besides. */
const MACS: ReadonlySet<Key> = new Set(["Mod+H", "Mod+M", "Mod+`", "Mod+Alt+Escape"]);
const WRITING: ReadonlySet<Key> = new Set(["Mod+A", "Mod+C", "Mod+V", "Mod+X", "Mod+Z", "Mod+Shift+Z", "Mod+Y"]);

/** Why a key cannot be had for a command: the browser keeps it, or writing and moving about need it. */
export function whyTaken(key: Key, isMac: boolean): "browser" | "writing" | undefined {
  if (BROWSERS.has(key) || (isMac && MACS.has(key))) return "browser";
  if (WRITING.has(key)) return "writing";
  const { held, name } = partsOf(key);
  const isPlain = [...held].every((one) => one === "Shift");
  const isMoving = edits(key) && !isSingle(key);
  return isPlain && (isMoving || name === "Escape" || name === "Space") ? "writing" : undefined;
}
