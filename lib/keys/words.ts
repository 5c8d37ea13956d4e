import { type Key, partsOf } from "./key";

const SIGNS: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Enter: "↵",
  Backspace: "⌫",
  Delete: "Del",
  Escape: "Esc",
  Insert: "Ins",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Plus: "+",
};
/** In the order in which Macs write them. */
const MAC_SIGNS = { Ctrl: "⌃", Alt: "⌥", Shift: "⇧", Mod: "⌘" };

/** A key as it is written on keyboards: `Ctrl+Shift+↵`, on a Mac `⇧⌘↵`. */
export function shownKey(key: Key, isMac: boolean): string {
  const { held, name } = partsOf(key);
  const sign = SIGNS[name] ?? name;
  if (isMac) {
    const signs = Object.entries(MAC_SIGNS).flatMap(([modifier, shown]) => (held.has(modifier) ? [shown] : []));
    return [...signs, sign].join("");
  }
  return [...[...held].map((modifier) => (modifier === "Mod" ? "Ctrl" : modifier)), sign].join("+");
}

/** The same for `aria-keyshortcuts`. */
export function ariaKey(key: Key, isMac: boolean): string {
  const { held, name } = partsOf(key);
  const names: Record<string, string> = { Mod: isMac ? "Meta" : "Control", Ctrl: "Control" };
  return [...[...held].map((modifier) => names[modifier] ?? modifier), name].join("+");
}
