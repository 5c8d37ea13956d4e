import { expect, test } from "vitest";
import { writes } from "../../../components/requests/keys";

const pressed = (key: string, ...held: ("ctrl" | "meta" | "alt" | "shift" | "repeat")[]) => ({
  key,
  ctrlKey: held.includes("ctrl"),
  metaKey: held.includes("meta"),
  altKey: held.includes("alt"),
  shiftKey: held.includes("shift"),
  repeat: held.includes("repeat"),
});

test.each([
  [pressed("a"), true],
  [pressed("Ä", "shift"), true],
  [pressed("Process"), true],
  [pressed(" "), false],
  [pressed("Tab"), false],
  [pressed("a", "ctrl"), false],
  [pressed("v", "ctrl"), true],
  [pressed("V", "meta", "shift"), true],
  [pressed("Insert", "shift"), true],
  [pressed("Insert"), false],
])("%j begins a text: %s", (event, begins) => expect(writes(event)).toBe(begins));
