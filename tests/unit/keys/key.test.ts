import { describe, expect, test } from "vitest";
import { edits, isKey, isSingle, keyOf, type Pressed } from "../../../lib/keys/key";
import { whyTaken } from "../../../lib/keys/taken";
import { ariaKey, shownKey } from "../../../lib/keys/words";

const press = (key: string, held: string = "", more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: held.includes("ctrl"),
  metaKey: held.includes("meta"),
  altKey: held.includes("alt"),
  shiftKey: held.includes("shift"),
  ...more,
});

describe("a pressed key", () => {
  test.each([
    [press("k", "ctrl"), "Mod+K", "Ctrl+K"],
    [press("K", "ctrl shift"), "Mod+Shift+K", "Ctrl+Shift+K"],
    [press("k", "meta"), undefined, "Mod+K"],
    [press("ArrowUp", "alt shift"), "Alt+Shift+ArrowUp", "Alt+Shift+ArrowUp"],
    [press("?", "shift"), "?", "?"],
    [press(".", "ctrl shift"), "Mod+.", "Ctrl+."],
    [press("+", "ctrl"), "Mod+Plus", "Ctrl+Plus"],
    [press(" ", "ctrl"), "Mod+Space", "Ctrl+Space"],
    [press("F2"), "F2", "F2"],
    // A Russian layout, and what Option makes of letters on a Mac.
    [press("л", "ctrl", { code: "KeyK" }), "Mod+K", "Ctrl+K"],
    [press("˜", "alt", { code: "KeyN" }), "Alt+˜", "Alt+N"],
  ])("%j is %s, on a Mac %s", (event, elsewhere, onMac) => {
    expect(keyOf(event, false)).toBe(elsewhere);
    expect(keyOf(event, true)).toBe(onMac);
  });

  test.each([
    press("Control", "ctrl"),
    press("Shift", "shift"),
    press("Dead"),
    press("Process"),
    press("Unidentified"),
    press("a", "", { isComposing: true }),
    press("@", "ctrl alt", { getModifierState: (name: string) => name === "AltGraph" }),
  ])("that is none: %j", (event) => expect(keyOf(event, false)).toBeUndefined());

  test("is stored as it is read, and nothing else is", () => {
    for (const key of ["Mod+K", "Mod+Ctrl+Alt+Shift+K", "?", "Mod+.", "Alt+ArrowUp", "F12", "Mod+Plus", "Shift+F2"]) {
      expect(isKey(key), key).toBe(true);
    }
    for (const text of ["", "Mod+", "Mod+k", "Shift+?", "Mod", "Control+K", "Shift+Mod+K", "Mod+KK", "F25", "Mod+ "]) {
      expect(isKey(text), text).toBe(false);
    }
  });
});

describe("a key", () => {
  test("of one character is told from others", () => {
    expect(["?", "A", "Shift+A", "Space", "Plus"].filter(isSingle)).toHaveLength(5);
    expect(["Mod+A", "Alt+A", "F2", "Enter", "Shift+ArrowUp"].filter(isSingle)).toEqual([]);
  });

  test("that changes a text or moves the caret is told from others", () => {
    expect(["ArrowUp", "Alt+ArrowUp", "Mod+Enter", "Mod+Shift+Backspace", "A", "Alt+A"].filter(edits)).toHaveLength(6);
    expect(["Mod+K", "Ctrl+K", "F2", "Escape"].filter(edits)).toEqual([]);
  });

  test.each([
    ["Mod+Shift+Enter", "Ctrl+Shift+↵", "⇧⌘↵", "Control+Shift+Enter", "Meta+Shift+Enter"],
    ["Ctrl+K", "Ctrl+K", "⌃K", "Control+K", "Control+K"],
    ["Mod+Plus", "Ctrl++", "⌘+", "Control+Plus", "Meta+Plus"],
    ["?", "?", "?", "?", "?"],
  ])("is written as on keyboards: %s", (key, shown, onMac, aria, ariaOnMac) => {
    expect([shownKey(key, false), shownKey(key, true)]).toEqual([shown, onMac]);
    expect([ariaKey(key, false), ariaKey(key, true)]).toEqual([aria, ariaOnMac]);
  });

  test("cannot be had where the browser keeps it, or writing needs it", () => {
    expect(["Mod+T", "Mod+W", "Mod+N", "Mod+Tab"].map((key) => whyTaken(key, false))).toEqual(Array(4).fill("browser"));
    expect([whyTaken("Mod+H", true), whyTaken("Mod+H", false)]).toEqual(["browser", undefined]);
    const writing = ["Mod+C", "Enter", "Shift+ArrowUp", "Tab", "Escape", "Space", "Backspace"];
    expect(writing.map((key) => whyTaken(key, false))).toEqual(writing.map(() => "writing"));
    for (const free of ["Mod+K", "?", "A", "F2", "Alt+ArrowUp", "Mod+Enter"])
      expect(whyTaken(free, true)).toBeUndefined();
  });
});
