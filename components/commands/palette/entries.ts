import type { JSX } from "solid-js";
import { folderName, type HistoryRow } from "../../../lib/model";
import { sessionTitle } from "../../ui/session-words";
import type { CommandOffer } from "../command";
import { fitOf } from "./fuzzy";

/** One line of the palette. */
export interface Entry {
  /** Unique in the list. */
  id: string;
  label: string;
  /** Smaller, beside it. */
  note?: string | undefined;
  icon: (() => JSX.Element) | undefined;
  danger?: boolean | undefined;
  /** Why it cannot be chosen; shown in place of the note. */
  disabled?: string | undefined;
  /** It has to be done as part of the click or key that chooses it. */
  atOnce?: boolean | undefined;
  /** The key, as it is written. */
  key?: string | undefined;
  run(): void;
}

export interface EntryGroup {
  name: string;
  entries: Entry[];
}

/** Commands that were chosen last, and sessions, of which so many are shown. */
const MOST = { recent: 4, sessions: 6, found: 20 };

export interface EntrySource {
  offers: readonly CommandOffer[];
  /** Newest first. */
  sessions: readonly HistoryRow[];
  /** Ids of commands, the last first. */
  recent: readonly string[];
  /** How the key of a command is written. */
  shown(id: string): string | undefined;
  icon: () => JSX.Element;
  go(row: HistoryRow): void;
  /** A command was chosen. */
  onCommand(offer: CommandOffer): void;
}

/** What the palette lists for a query: best first; without one, what was used last and then everything. */
export function entriesFor(query: string, source: EntrySource): EntryGroup[] {
  const words = query.trim();
  const commands = commandGroups(source);
  if (words === "") {
    const recent = source.recent.flatMap((id) => source.offers.find(({ command }) => command.id === id) ?? []);
    const first = recent.slice(0, MOST.recent).map((offer) => entryOf(offer, source, "recent "));
    const sessions = source.sessions.slice(0, MOST.sessions).map((row) => sessionEntry(row, source));
    const groups = [{ name: "Recently used", entries: first }, ...commands, { name: "Sessions", entries: sessions }];
    return groups.filter(({ entries }) => entries.length > 0);
  }
  const sessions = { name: "Sessions", entries: source.sessions.map((row) => sessionEntry(row, source)) };
  return [...commands, sessions]
    .map(({ name, entries }) => ranked(words, name, entries))
    .filter(({ entries }) => entries.length > 0)
    .sort((a, b) => b.best - a.best);
}

function ranked(words: string, name: string, entries: Entry[]): EntryGroup & { best: number } {
  const fitting = entries.flatMap((entry) => {
    const fit = fitOf(words, entry.label) ?? less(fitOf(words, `${entry.label} ${entry.note ?? ""}`));
    return fit === undefined ? [] : [{ entry, fit }];
  });
  fitting.sort((a, b) => b.fit - a.fit);
  return { name, entries: fitting.slice(0, MOST.found).map(({ entry }) => entry), best: fitting[0]?.fit ?? 0 };
}

/** What fits by its note alone comes after what fits by its name. */
const less = (fit: number | undefined) => (fit === undefined ? undefined : fit / 2);

function commandGroups(source: EntrySource): EntryGroup[] {
  const names = [...new Set(source.offers.map(({ command }) => command.group))];
  return names.map((name) => ({
    name,
    entries: source.offers.filter(({ command }) => command.group === name).map((offer) => entryOf(offer, source)),
  }));
}

function entryOf(offer: CommandOffer, source: EntrySource, prefix = ""): Entry {
  const { command, label, fullLabel, note, of, icon, danger, disabled, atOnce, run } = offer;
  return {
    id: `${prefix}${command.id}${of === undefined ? "" : ` ${of}`}`,
    label: fullLabel ?? label,
    note,
    icon,
    danger,
    disabled,
    atOnce,
    key: source.shown(command.id),
    run() {
      source.onCommand(offer);
      run();
    },
  };
}

function sessionEntry(row: HistoryRow, source: EntrySource): Entry {
  const { session } = row;
  const note = `${folderName(session.directory)}${session.archivedAt ? " · Archived" : ""}`;
  return { id: row.key, label: sessionTitle(session), note, icon: source.icon, run: () => source.go(row) };
}
