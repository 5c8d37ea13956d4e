import { describe, expect, it } from "vitest";
import type { CommandOffer } from "../../../components/commands/command";
import { besides, unreadNext, waitingNext } from "../../../components/commands/neighbours";
import { type EntrySource, entriesFor } from "../../../components/commands/palette/entries";
import { emptyServer, type HistoryRow } from "../../../lib/model";

const offer = (id: string, label: string, group: "This session" | "General"): CommandOffer => ({
  label,
  icon: () => null,
  run: () => undefined,
  command: { id, name: label, group },
});
const profile = { id: "s", name: "S", url: "http://s", hasPassword: false, headerNames: [], enabled: true };
const row = (id: string, title: string): HistoryRow => ({
  key: `s/${id}`,
  server: emptyServer(profile),
  session: { id, title, directory: "/work/harbour", projectId: "p", createdAt: 0, updatedAt: 0 },
});

const source = (more: Partial<EntrySource> = {}): EntrySource => ({
  offers: [offer("a", "Rename…", "This session"), offer("b", "Commands", "General"), offer("c", "Keys", "General")],
  sessions: Array.from({ length: 30 }, (_, index) =>
    row(`${index}`, index === 29 ? "The tide tables" : `Talk ${index}`),
  ),
  recent: [],
  shown: (id) => (id === "a" ? "F2" : undefined),
  icon: () => null,
  go: () => undefined,
  onCommand: () => undefined,
  ...more,
});
const names = (query: string, from = source()) =>
  entriesFor(query, from).map(({ name, entries }) => [name, entries.map(({ label }) => label)] as const);

describe("the palette", () => {
  it("lists what was used last, all commands with their keys, and the newest sessions", () => {
    const all = names("", source({ recent: ["c", "gone"] }));
    expect(all.slice(0, 3)).toEqual([
      ["Recently used", ["Keys"]],
      ["This session", ["Rename…"]],
      ["General", ["Commands", "Keys"]],
    ]);
    expect(all[3]?.[1]).toHaveLength(6);
    const entries = entriesFor("", source({ recent: ["c"] })).flatMap((group) => group.entries);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.find(({ label }) => label === "Rename…")?.key).toBe("F2");
  });

  it("finds sessions however old, by their titles first and then by their projects", () => {
    expect(names("tide")).toEqual([["Sessions", ["The tide tables"]]]);
    expect(names("harbour")[0]?.[1]).toHaveLength(20);
  });

  it("puts the group with the best first", () => {
    const sessions = [row("1", "Keys of a piano")];
    expect(names("keys", source({ sessions })).map(([name]) => name)).toEqual(["General", "Sessions"]);
    expect(names("piano", source({ sessions })).map(([name]) => name)).toEqual(["Sessions"]);
    expect(names("xyz")).toEqual([]);
  });
});

describe("the sessions beside the open one", () => {
  const cards = (["idle", "waiting", "working"] as const).map((state, index) => ({
    key: `s/${index}` as const,
    state,
  }));
  it("are those before and after it, round about", () => {
    expect([besides(cards, "s/0", 1), besides(cards, "s/0", -1), besides(cards, undefined, 1)]).toEqual([
      "s/1",
      "s/2",
      "s/0",
    ]);
    expect(besides(cards.slice(0, 1), "s/0", 1)).toBeUndefined();
    expect(besides([], undefined, 1)).toBeUndefined();
  });
  it("may wait for the user", () => {
    expect([waitingNext(cards, undefined), waitingNext(cards, "s/2"), waitingNext(cards, "s/1")]).toEqual([
      "s/1",
      "s/1",
      undefined,
    ]);
  });
  it("may have what the user has not seen", () => {
    const read = (["0", "1", "2"] as const).map((id) => ({ key: `s/${id}` as const, unread: id !== "1" }));
    expect([unreadNext(read, undefined), unreadNext(read, "s/0"), unreadNext(read, "s/2")]).toEqual([
      "s/0",
      "s/2",
      "s/0",
    ]);
    expect(unreadNext(read.slice(0, 1), "s/0")).toBeUndefined();
  });
});
