import { describe, expect, test } from "vitest";
import { keyOf, replyOfKey, writes } from "../../../components/requests/keys";

const pressed = (key: string, ...held: ("ctrl" | "meta" | "alt" | "shift" | "repeat")[]) => ({
  key,
  ctrlKey: held.includes("ctrl"),
  metaKey: held.includes("meta"),
  altKey: held.includes("alt"),
  shiftKey: held.includes("shift"),
  repeat: held.includes("repeat"),
});

describe("a key answers a permission", () => {
  test.each([
    [pressed("Enter", "ctrl"), "once"],
    [pressed("Enter", "ctrl", "shift"), "always"],
    [pressed("Backspace", "ctrl", "shift"), "reject"],
  ] as const)("with Ctrl: %j", (event, reply) => {
    expect(replyOfKey(event, false)).toBe(reply);
    expect(replyOfKey(event, true)).toBeUndefined();
    expect(replyOfKey({ ...event, ctrlKey: false, metaKey: true }, true)).toBe(reply);
  });

  test.each([
    pressed("Enter"),
    pressed("Enter", "shift"),
    pressed("Enter", "ctrl", "alt"),
    pressed("Enter", "ctrl", "repeat"),
    pressed("Backspace", "ctrl"),
    pressed("y"),
    pressed("y", "ctrl"),
  ])("and others do not: %j", (event) => expect(replyOfKey(event, false)).toBeUndefined());

  test("which is told in words", () => {
    expect(keyOf("always", false)).toEqual({ shown: "Ctrl+Shift+↵", aria: "Control+Shift+Enter" });
    expect(keyOf("reject", true)).toEqual({ shown: "⌘⇧⌫", aria: "Meta+Shift+Backspace" });
  });
});

test.each([
  [pressed("a"), true],
  [pressed("Ä", "shift"), true],
  [pressed("Process"), true],
  [pressed(" "), false],
  [pressed("Tab"), false],
  [pressed("a", "ctrl"), false],
])("%j begins a text: %s", (event, begins) => expect(writes(event)).toBe(begins));
