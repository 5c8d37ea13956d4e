import { beforeEach, describe, expect, test, vi } from "vitest";
import { badgeText, showBadge } from "../../../lib/platform/badge";
import { COMMAND_MANIFEST } from "../../../lib/platform/command-keys";
import { currentKeys, onCommand } from "../../../lib/platform/commands";
import { restrictStorageToExtension } from "../../../lib/platform/storage-access";

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock("wxt/browser", () => fake);

describe("the badge", () => {
  test.each([
    [0, ""],
    [-1, ""],
    [Number.NaN, ""],
    [1, "1"],
    [99, "99"],
    [100, "99+"],
  ])("shows %d as %j", (count, text) => {
    expect(badgeText(count)).toBe(text);
  });

  test("is set with its tooltip, which goes back to the manifest's", async () => {
    const shown: Record<string, unknown> = {};
    const set = async (part: object) => void Object.assign(shown, part);
    fake.browser = {
      action: { setBadgeText: set, setBadgeBackgroundColor: set, setTitle: set },
      runtime: { getManifest: () => ({ action: { default_title: "Open it" } }) },
    };
    await showBadge({ count: 2, tone: "waiting", title: "2 sessions need you" });
    expect(shown).toMatchObject({ text: "2", title: "2 sessions need you", color: expect.stringMatching(/^#/) });
    await showBadge({ count: 0, tone: "waiting" });
    expect(shown).toMatchObject({ text: "", title: "Open it" });
  });
});

describe("commands", () => {
  const listeners = new Set<(command: string, tab?: unknown) => void>();
  beforeEach(() => {
    listeners.clear();
    fake.browser = {
      commands: {
        onCommand: { addListener: listeners.add.bind(listeners), removeListener: listeners.delete.bind(listeners) },
        getAll: async () => [
          { name: "ask-selection", shortcut: "Alt+Shift+K" },
          { name: "_execute_action", shortcut: "" },
        ],
      },
    };
  });

  test("reach their own handler with the tab, until it is removed", () => {
    const handle = vi.fn();
    const cleanUp = onCommand("ask-selection", handle);
    for (const listener of listeners) listener("other", { id: 1 });
    for (const listener of listeners) listener("ask-selection", { id: 2 });
    expect(handle).toHaveBeenCalledExactlyOnceWith({ id: 2 });
    cleanUp();
    expect(listeners.size).toBe(0);
  });

  test("tell the keys they have now, not those that were suggested", async () => {
    expect(await currentKeys()).toEqual({ "ask-selection": "Alt+Shift+K" });
  });

  test("do not suggest one key twice", () => {
    const keys = Object.values(COMMAND_MANIFEST).flatMap(({ suggested_key }) => Object.values(suggested_key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test("storage is closed to content scripts wherever the browser can", async () => {
  const setAccessLevel = vi.fn(async () => {});
  fake.browser = { storage: { local: { setAccessLevel }, session: { setAccessLevel }, sync: {} } };
  await restrictStorageToExtension();
  expect(setAccessLevel.mock.calls).toEqual([
    [{ accessLevel: "TRUSTED_CONTEXTS" }],
    [{ accessLevel: "TRUSTED_CONTEXTS" }],
  ]);
});
