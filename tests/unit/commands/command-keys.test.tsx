// @vitest-environment jsdom
import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CommandOffer } from "../../../components/commands/command";
import { counts, createCommandKeys } from "../../../components/commands/create-command-keys";

const field = (html: string): Element => {
  document.body.innerHTML = html;
  return document.body.querySelector("[data-at]") ?? document.body;
};

test.each([
  ["Mod+K", "<button data-at></button>", true],
  ["?", "<button data-at></button>", true],
  ["?", "<input data-at>", false],
  ["?", '<input type="checkbox" data-at>', true],
  ["Mod+K", "<textarea data-at>words</textarea>", true],
  ["F2", "<textarea data-at>words</textarea>", true],
  ["Alt+ArrowUp", "<textarea data-at></textarea>", true],
  ["Alt+ArrowUp", "<textarea data-at>words</textarea>", false],
  ["Mod+Enter", "<textarea data-at>words</textarea>", false],
  ["Alt+N", "<textarea data-at>words</textarea>", false],
  ["A", "<select data-at><option>A</option></select>", false],
  ["Mod+K", '<div role="dialog"><input data-at></div>', false],
  ["J", '<div role="dialog" data-sheet><button data-at></button></div>', true],
  ["Mod+K", '<div role="menu"><button data-at></button></div>', false],
  ["Mod+K", "<button data-takes-keys data-at></button>", false],
])("%s in %s counts: %s", (key, html, expected) => {
  expect(counts(key, field(html))).toBe(expected);
});

const command = { id: "a", name: "A", group: "General" as const };
let end: () => void;
const run = vi.fn();
let offer: CommandOffer;
beforeEach(() => {
  run.mockReset();
  offer = { label: "A", icon: () => null, run, command };
  end = createRoot((dispose) => {
    createCommandKeys({ of: (key) => (key === "Mod+J" ? command : undefined), offered: () => [offer] });
    return dispose;
  });
});
afterEach(() => end());

function press(init: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent("keydown", { key: "j", ctrlKey: true, bubbles: true, cancelable: true, ...init });
  field("<button data-at></button>").dispatchEvent(event);
  return event.defaultPrevented;
}

test("a key does what it stands for, once", () => {
  expect(press()).toBe(true);
  expect(run).toHaveBeenCalledOnce();
  // Held down, it was pressed for something else.
  expect([press({ repeat: true }), press({ key: "l" })]).toEqual([false, false]);
  expect(run).toHaveBeenCalledOnce();
});

test("a key that cannot be used now is left to whoever else wants it", () => {
  offer.disabled = "Not now";
  expect(press()).toBe(false);
  offer = { ...offer, disabled: undefined, accepts: () => false };
  expect(press()).toBe(false);
  expect(run).not.toHaveBeenCalled();
});
