import { describe, expect, test } from "vitest";
import { commandOf, judge, keyInForce, swapped, withKey } from "../../../components/commands/keys/key-map";
import { COMMANDS } from "../../../components/commands/list";
import { isKey } from "../../../lib/keys/key";
import { whyTaken } from "../../../lib/keys/taken";

const NONE = { changed: {}, single: true };
const find = { id: "find", key: "Mod+F" };
const palette = { id: "palette", key: "Mod+K" };
const rename: { id: string; key?: string } = { id: "rename" };
const help = { id: "help", key: "?" };
const all = [find, palette, rename, help];

describe("the panel's commands", () => {
  test("have ids of their own, and usual keys that can be had and clash with no other", () => {
    const ids = COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = COMMANDS.flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !isKey(key) || whyTaken(key, false) || whyTaken(key, true))).toEqual([]);
  });
});

describe("a key", () => {
  test("leads to its command: the user's, else the usual one", () => {
    const choices = { changed: { find: "Mod+J", palette: null }, single: true };
    expect(all.map((command) => keyInForce(command, choices))).toEqual(["Mod+J", undefined, undefined, "?"]);
    expect(commandOf(all, "Mod+J", choices)).toBe(find);
    expect(commandOf(all, "Mod+F", choices)).toBeUndefined();
  });

  test("of one character counts as long as that is wanted", () => {
    expect(commandOf(all, "?", NONE)).toBe(help);
    expect(commandOf(all, "?", { ...NONE, single: false })).toBeUndefined();
    expect(commandOf(all, "Mod+K", { ...NONE, single: false })).toBe(palette);
  });

  test("that a newer version gives to another command stays where the user put it", () => {
    expect(commandOf(all, "Mod+F", { changed: { rename: "Mod+F" }, single: true })).toBe(rename);
  });

  test("is free, has a command already, or cannot be had", () => {
    expect(judge(all, rename, "Mod+J", NONE, false)).toEqual({ type: "free" });
    expect(judge(all, find, "Mod+F", NONE, false)).toEqual({ type: "same" });
    expect(judge(all, rename, "Mod+K", NONE, false)).toEqual({ type: "clash", with: palette });
    expect(judge(all, rename, "Mod+T", NONE, false)).toEqual({ type: "taken", by: "browser" });
    expect(judge(all, rename, "Enter", NONE, false)).toEqual({ type: "taken", by: "writing" });
    const own = new Set(["Alt+Shift+O", "Mod+K"]);
    expect(judge(all, rename, "Alt+Shift+O", NONE, false, own)).toEqual({ type: "taken", by: "extension" });
    expect(judge(all, rename, "Mod+K", NONE, false, own)).toEqual({ type: "taken", by: "extension" });
  });

  test("goes to another command against that one's own", () => {
    const next = swapped(NONE, find, palette);
    expect(next.changed).toEqual({ find: "Mod+K", palette: "Mod+F" });
    expect(swapped(next, find, palette).changed).toEqual({});
    expect(swapped(NONE, rename, palette).changed).toEqual({ rename: "Mod+K", palette: null });
  });

  test("is not stored when it is the usual one", () => {
    expect(withKey({ changed: { find: "Mod+J" }, single: false }, find, "Mod+F")).toEqual({
      changed: {},
      single: false,
    });
    expect(withKey(NONE, rename, undefined).changed).toEqual({});
    expect(withKey(NONE, find, undefined).changed).toEqual({ find: null });
  });
});
