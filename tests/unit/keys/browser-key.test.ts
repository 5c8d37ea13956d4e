import { expect, test } from "vitest";
import { keyOfBrowser } from "../../../lib/keys/browser-key";

test.each([
  ["Alt+Shift+O", false, "Alt+Shift+O"],
  ["Shift+Alt+K", false, "Alt+Shift+K"],
  ["Ctrl+Shift+Y", false, "Mod+Shift+Y"],
  ["Ctrl+Shift+Y", true, "Mod+Shift+Y"],
  ["MacCtrl+Shift+O", true, "Ctrl+Shift+O"],
  ["⌃⇧O", true, "Ctrl+Shift+O"],
  ["⌥⌘K", true, "Mod+Alt+K"],
  ["Alt+Up", false, "Alt+ArrowUp"],
  ["Ctrl+Comma", false, "Mod+,"],
  ["F8", false, "F8"],
  ["MediaPlayPause", false, undefined],
  ["Search+K", false, undefined],
  ["", false, undefined],
])("%s of a browser (Mac: %s) is %s here", (written, isMac, key) => {
  expect(keyOfBrowser(written, isMac)).toBe(key);
});
