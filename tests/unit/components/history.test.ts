import { createRoot, createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import type { App } from "../../../components/app/context";
import { createArchive } from "../../../components/home/archive";
import { createSessions } from "../../../components/home/create-sessions";
import { withDays } from "../../../components/home/history-days";
import { matches } from "../../../components/home/search";
import { emptyServer, emptyState, type HistoryRow } from "../../../lib/model";

const server = emptyServer({
  id: "a",
  name: "A",
  url: "http://localhost",
  hasPassword: false,
  headerNames: [],
  enabled: true,
});
const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

function row(id: string, title: string, updatedAt: number): HistoryRow {
  return { key: `a/${id}`, server, session: { id, title, directory: "/x", projectId: "p", createdAt: 0, updatedAt } };
}

const rows = [
  row("1", "Rename Basket", at(18, 9)),
  row("2", "Basket tests", at(18, 8)),
  row("3", "Docker", at(17, 23)),
];

describe("the history", () => {
  it("names a day once, on its first session", () => {
    expect(withDays(rows, at(18, 12)).map((entry) => entry.heading)).toEqual(["Today", undefined, "Yesterday"]);
  });
});

describe("the archive", () => {
  it("is looked at alone, and not at all once nothing is in it", () => {
    createRoot((dispose) => {
      const kept = rows.slice(1);
      const [first] = rows;
      if (!first) throw new Error("no row");
      const [all, setAll] = createSignal([{ ...first, session: { ...first.session, archivedAt: 9 } }, ...kept]);
      const archive = createArchive(all);
      expect([archive.count(), archive.rows()]).toEqual([1, kept]);
      archive.toggle();
      expect(archive.rows().map(({ key }) => key)).toEqual([first.key]);
      setAll(rows);
      expect([archive.on(), archive.rows()]).toEqual([false, rows]);
      dispose();
    });
  });
});

describe("a search", () => {
  it("finds archived sessions as well, whichever are looked at", () => {
    createRoot((dispose) => {
      const held = { ...server, sessions: Object.fromEntries(rows.map(({ session }) => [session.id, session])) };
      const [first] = rows;
      if (first) held.sessions["1"] = { ...first.session, archivedAt: 9 };
      const app = {
        state: { ...emptyState(), servers: { a: held } },
        link: () => "connected",
        commands: { offer() {} },
      };
      const { archive, search } = createSessions(app as unknown as App);
      search.setQuery("basket");
      const found = () => search.results().map(({ session }) => session.id);
      expect([archive.rows().length, found()]).toEqual([2, ["1", "2"]]);
      archive.toggle();
      expect([archive.rows().length, found()]).toEqual([1, ["1", "2"]]);
      dispose();
    });
  });

  it("finds words of the title in any case, and what the servers found, in the order of the list", () => {
    expect(matches(rows, "BASKET", ["a/3"]).map((hit) => hit.session.id)).toEqual(["1", "2", "3"]);
    expect(matches(rows, "nothing", [])).toEqual([]);
  });

  it("leaves out what a server found until it is held", () => {
    expect(matches(rows, "nothing", ["a/9"])).toEqual([]);
  });
});
