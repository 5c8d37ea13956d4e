import { expect, test } from "vitest";
import { meaningOf } from "../../../components/chat/conversation/keys";

const press = (key: string, ...held: ("ctrlKey" | "metaKey" | "altKey" | "shiftKey")[]) => ({
  key,
  ctrlKey: held.includes("ctrlKey"),
  metaKey: held.includes("metaKey"),
  altKey: held.includes("altKey"),
  shiftKey: held.includes("shiftKey"),
});

test("Ctrl+F finds, on a Mac Cmd+F", () => {
  expect(meaningOf(press("f", "ctrlKey"), false, true)).toBe("find");
  expect(meaningOf(press("F", "metaKey"), true, true)).toBe("find");
  expect(meaningOf(press("f", "ctrlKey"), true, false)).toBeUndefined();
  expect(meaningOf(press("f", "metaKey"), false, false)).toBeUndefined();
  expect(meaningOf(press("f"), false, false)).toBeUndefined();
  expect(meaningOf(press("f", "ctrlKey", "shiftKey"), false, false)).toBeUndefined();
});

test("Alt and an arrow go to another prompt, unless the caret is meant", () => {
  expect(meaningOf(press("ArrowUp", "altKey"), false, false)).toBe("up");
  expect(meaningOf(press("ArrowDown", "altKey"), true, false)).toBe("down");
  expect(meaningOf(press("ArrowUp", "altKey"), false, true)).toBeUndefined();
  expect(meaningOf(press("ArrowUp"), false, false)).toBeUndefined();
  expect(meaningOf(press("ArrowUp", "altKey", "shiftKey"), false, false)).toBeUndefined();
});
