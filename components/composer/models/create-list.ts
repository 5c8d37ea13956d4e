import { type Accessor, createMemo, createSignal, untrack } from "solid-js";
import { unwrap } from "solid-js/store";
import { type Catalog, isSameModel, type ModelRef } from "../../../lib/model";
import type { ModelChoices } from "../../../lib/storage/model-choices";
import { isHidden } from "./choosing";
import { firstOf, grouped, type ModelEntry, type ModelGroup, modelEntries, providerEntries } from "./entries";
import { searched, searchedHidden } from "./search";

/** Rows drawn at once: a server may offer more than a thousand models. */
const MOST = 60;

/** What is listed: the models on offer, those that are not, or providers, to have all of their models hidden or shown. */
export type Listing = "offered" | "hidden" | "providers";

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
  const [listing, setListing] = createSignal<Listing>("offered");
  const isSearch = () => query().trim() !== "";
  // Plain: a thousand models read through a store's proxies take their time.
  const entries = createMemo(() => modelEntries(unwrap(catalog())));
  const hidden = createMemo(() => entries().filter((entry) => isHidden(choices(), entry.ref)));
  /** Hidden ones that the query finds. */
  const hiddenFound = createMemo(() => searchedHidden(hidden(), query()));
  const offers = createMemo(() => {
    const { hidden, hiddenProviders, shown } = choices();
    return grouped(entries(), { ...begun, hidden, hiddenProviders, shown }, untrack(chosen));
  });

  const all = createMemo((): ModelGroup[] => {
    if (listing() === "providers") return [];
    if (listing() === "hidden") return oneOf("Hidden", hiddenFound());
    return isSearch() ? oneOf("", searched(entries(), choices(), query())) : offers();
  });
  const shown = createMemo(() => firstOf(all(), MOST));
  const flat = createMemo(() => shown().groups.flatMap((group) => group.entries));
  const allProviders = createMemo(() =>
    listing() === "providers" ? providerEntries(unwrap(catalog()), choices(), query()) : [],
  );
  const providers = createMemo(() => allProviders().slice(0, MOST));
  /** Index of the row the keys are at; -1: the default's. */
  const [at, setAt] = createSignal(-1);
  const hasDefault = () => !isSearch() && listing() === "offered";
  const firstRow = () => (hasDefault() ? -1 : 0);

  return {
    query,
    listing,
    hidden,
    hiddenFound,
    shown,
    flat,
    providers,
    /** Rows that are not drawn. */
    more: () => shown().more + allProviders().length - providers().length,
    isEmpty: () => flat().length === 0 && providers().length === 0,
    at,
    setAt,
    hasDefault,
    search(words: string): void {
      setQuery(words);
      setAt(firstRow());
    },
    /** To this listing, or back to what is offered; what is searched for stays. */
    toggle(next: Listing): void {
      setListing(listing() === next ? "offered" : next);
      setAt(firstRow());
    },
    /** To the chosen one. */
    begin(): void {
      const ref = untrack(chosen);
      setAt(ref ? flat().findIndex((entry) => isSameModel(entry.ref, ref)) : -1);
    },
    entry: (): ModelEntry | undefined => flat()[at()],
    /** Moves by a number of rows, round the ends when it is one. */
    move(by: number): void {
      const first = firstRow();
      const last = Math.max(flat().length, providers().length) - 1;
      const next = at() + by;
      if (Math.abs(by) === 1) setAt(next > last ? first : next < first ? last : next);
      else setAt(Math.min(last, Math.max(first, next)));
    },
  };
}

export type ModelListState = ReturnType<typeof createList>;

const oneOf = (name: string, entries: ModelEntry[]): ModelGroup[] => (entries.length > 0 ? [{ name, entries }] : []);
