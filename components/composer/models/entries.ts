import { type Catalog, isSameModel, type Model, type ModelRef } from "../../../lib/model";
import type { ModelChoices } from "../../../lib/storage/model-choices";
import { isHidden } from "./choosing";

/** A model as it is listed. */
export interface ModelEntry {
  ref: ModelRef;
  model: Model;
  /** Name of its provider. */
  provider: string;
}

export interface ModelGroup {
  name: string;
  entries: ModelEntry[];
}

/** A provider as it is listed to have all of its models hidden or shown. */
export interface ProviderEntry {
  id: string;
  name: string;
  models: number;
  /** Of its models. */
  hidden: number;
}

/** The providers that have every word of the query in their name or id. */
export function providerEntries(catalog: Catalog, choices: ModelChoices, query: string): ProviderEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return catalog.providers
    .filter(({ id, name }) => words.every((word) => `${name} ${id}`.toLowerCase().includes(word)))
    .map(({ id, name, models }) => ({
      id,
      name,
      models: models.length,
      hidden: models.filter((model) => isHidden(choices, { providerId: id, modelId: model.id })).length,
    }));
}

export function modelEntries(catalog: Catalog): ModelEntry[] {
  return catalog.providers.flatMap((provider) =>
    provider.models.map((model) => ({
      ref: { providerId: provider.id, modelId: model.id },
      model,
      provider: provider.name,
    })),
  );
}

/**
 * Favourites, then what was used last, then the rest by provider; each model once, hidden ones nowhere.
 *
 * @param chosen stands among those used last, so that it is always near the top
 */
export function grouped(
  entries: readonly ModelEntry[],
  choices: ModelChoices,
  chosen: ModelRef | undefined,
): ModelGroup[] {
  const offered = entries.filter((entry) => !isHidden(choices, entry.ref));
  const found = (refs: readonly ModelRef[]) =>
    refs.flatMap((ref) => offered.find((entry) => isSameModel(entry.ref, ref)) ?? []);
  const favourites = found(choices.favourites);
  const lately = chosen ? [chosen, ...choices.recent.filter((ref) => !isSameModel(ref, chosen))] : choices.recent;
  const recent = found(lately).filter((entry) => !favourites.includes(entry));
  const taken = new Set([...favourites, ...recent]);
  const providers = new Map<string, ModelEntry[]>();
  for (const entry of offered) {
    if (taken.has(entry)) continue;
    const held = providers.get(entry.ref.providerId);
    if (held) held.push(entry);
    else providers.set(entry.ref.providerId, [entry]);
  }
  return [
    { name: "Favourites", entries: favourites },
    { name: "Recent", entries: recent },
    ...[...providers.values()].map((members) => ({ name: members[0]?.provider ?? "", entries: members })),
  ].filter((group) => group.entries.length > 0);
}

/** The first entries, in their groups, and how many are left out. */
export function firstOf(groups: readonly ModelGroup[], most: number): { groups: ModelGroup[]; more: number } {
  let room = most;
  const kept: ModelGroup[] = [];
  for (const group of groups) {
    if (room > 0) kept.push({ ...group, entries: group.entries.slice(0, room) });
    room -= group.entries.length;
  }
  return { groups: kept, more: Math.max(0, -room) };
}
