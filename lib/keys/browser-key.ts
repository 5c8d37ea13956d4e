import { isKey, type Key } from "./key";

const MODIFIERS: Record<string, { mac: string; else: string }> = {
  Ctrl: { mac: "Mod", else: "Mod" },
  Control: { mac: "Mod", else: "Mod" },
  Command: { mac: "Mod", else: "Mod" },
  MacCtrl: { mac: "Ctrl", else: "Mod" },
  Alt: { mac: "Alt", else: "Alt" },
  Option: { mac: "Alt", else: "Alt" },
  Shift: { mac: "Shift", else: "Shift" },
};
/** As Chromium shows them on a Mac, without anything between. */
const SIGNS: Record<string, string> = { "⌘": "Command", "⌃": "MacCtrl", "⌥": "Alt", "⇧": "Shift" };
const NAMES: Record<string, string> = {
  Up: "ArrowUp",
  Down: "ArrowDown",
  Left: "ArrowLeft",
  Right: "ArrowRight",
  "Up Arrow": "ArrowUp",
  "Down Arrow": "ArrowDown",
  "Left Arrow": "ArrowLeft",
  "Right Arrow": "ArrowRight",
  "Page Up": "PageUp",
  "Page Down": "PageDown",
  Comma: ",",
  Period: ".",
  Ins: "Insert",
  Del: "Delete",
};
const ORDER = ["Mod", "Ctrl", "Alt", "Shift"];

/**
 * A key as browsers write those that they keep for an extension (`commands.getAll`): `Alt+Shift+O`, on a Mac
 * `MacCtrl+Shift+O` in Firefox and `⌃⇧O` in Chromium. `undefined`: it is none that could be pressed here.
 */
export function keyOfBrowser(written: string, isMac: boolean): Key | undefined {
  const signs = [...written].filter((sign) => sign in SIGNS);
  const rest = [...written].filter((sign) => !(sign in SIGNS)).join("");
  const parts = [...signs.map((sign) => SIGNS[sign] ?? sign), ...rest.split("+").map((part) => part.trim())];
  const name = parts.pop() ?? "";
  const held = parts.map((part) => MODIFIERS[part]?.[isMac ? "mac" : "else"]);
  if (held.includes(undefined)) return undefined;
  const key = [...ORDER.filter((one) => held.includes(one)), NAMES[name] ?? name].join("+");
  return isKey(key) ? key : undefined;
}
