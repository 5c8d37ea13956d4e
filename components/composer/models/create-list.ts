import { type Accessor, createMemo, createSignal, untrack } from "solid-js";
import { unwrap } from "solid-js/store";
import { type Catalog, isSameModel, type ModelRef } from "../../../lib/model";
import type { ModelChoices } from "../../../lib/storage/model-choices";
import { isAmong } from "./choosing";
import { firstOf, grouped, type ModelEntry, type ModelGroup, modelEntries } from "./entries";
import { searched } from "./search";

/** Rows drawn at once: a server may offer more than a thousand models. */
const MOST = 60;

export interface ListDeps {
  catalog: Accessor<Catalog>;
  choices: Accessor<ModelChoices>;
  chosen: Accessor<ModelRef | undefined>;
}

/** What the list of models shows, and which of them the keys are at. */
export function createList({ catalog, choices, chosen }: ListDeps) {
  // A star that is set moves nothing under the pointer: its model is among the favourites the next time.
  const begun = untrack(() => structuredClone(unwrap(choices())));
  const [query, setQuery] = createSignal("");
  const [onlyHidden, setOnlyHidden] = createSignal(false);
  // Plain: a thousand models read through a store's proxies take their time.
  const entries = createMemo(() => modelEntries(unwrap(catalog())));
  const hidden = createMemo(() => entries().filter((entry) => isAmong(choices().hidden, entry.ref)));

  const all = createMemo((): ModelGroup[] => {
    if (onlyHidden()) return [{ name: "Hidden", entries: hidden() }];
    if (query().trim() !== "") {
      const found = searched(entries(), choices(), query());
      return found.length > 0 ? [{ name: "", entries: found }] : [];
    }
    return grouped(entries(), { ...begun, hidden: choices().hidden }, untrack(chosen));
  });
  const shown = createMemo(() => firstOf(all(), MOST));
  const flat = createMemo(() => shown().groups.flatMap((group) => group.entries));
  /** Index of the row the keys are at; -1: the default's. */
  const [at, setAt] = createSignal(-1);
  const hasDefault = () => query().trim() === "" && !onlyHidden();

  return {
    query,
    onlyHidden,
    hidden,
    shown,
    flat,
    at,
    setAt,
    hasDefault,
    search(words: string): void {
      setOnlyHidden(false);
      setQuery(words);
      setAt(words.trim() === "" ? -1 : 0);
    },
    toggleHidden(): void {
      setQuery("");
      setOnlyHidden(!onlyHidden());
      setAt(onlyHidden() ? 0 : -1);
    },
    /** To the chosen one. */
    begin(): void {
      const ref = untrack(chosen);
      setAt(ref ? flat().findIndex((entry) => isSameModel(entry.ref, ref)) : -1);
    },
    entry: (): ModelEntry | undefined => flat()[at()],
    /** Moves by a number of rows, round the ends when it is one. */
    move(by: number): void {
      const first = hasDefault() ? -1 : 0;
      const last = flat().length - 1;
      const next = at() + by;
      if (Math.abs(by) === 1) setAt(next > last ? first : next < first ? last : next);
      else setAt(Math.min(last, Math.max(first, next)));
    },
  };
}

export type ModelListState = ReturnType<typeof createList>;
