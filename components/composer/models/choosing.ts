import { isSameModel, type ModelRef } from "../../../lib/model";
import type { ModelChoices } from "../../../lib/storage/model-choices";

/** Models that count as used lately. */
const MOST_RECENT = 5;

const without = (refs: readonly ModelRef[], ref: ModelRef): ModelRef[] =>
  refs.filter((held) => !isSameModel(held, ref));

/** The model alone: favourites and the like are of all its efforts. */
const bare = ({ providerId, modelId }: ModelRef): ModelRef => ({ providerId, modelId });

export function isAmong(refs: readonly ModelRef[], ref: ModelRef): boolean {
  return refs.some((held) => isSameModel(held, ref));
}

/** As favourite, or not any more. */
export function starred(choices: ModelChoices, ref: ModelRef): ModelChoices {
  const { favourites } = choices;
  return { ...choices, favourites: isAmong(favourites, ref) ? without(favourites, ref) : [...favourites, bare(ref)] };
}

/** Out of sight, and no favourite; or offered again. */
export function hiddenOrShown(choices: ModelChoices, ref: ModelRef): ModelChoices {
  const { hidden, favourites, recent } = choices;
  if (isAmong(hidden, ref)) return { ...choices, hidden: without(hidden, ref) };
  return {
    ...choices,
    hidden: [...hidden, bare(ref)],
    favourites: without(favourites, ref),
    recent: without(recent, ref),
  };
}

export function used(choices: ModelChoices, ref: ModelRef): ModelChoices {
  return { ...choices, recent: [bare(ref), ...without(choices.recent, ref)].slice(0, MOST_RECENT) };
}

/** @param ref what new sessions begin with from now on; `undefined`: the server's default */
export function asUsual(choices: ModelChoices, ref: ModelRef | undefined): ModelChoices {
  const { usual: _, ...others } = choices;
  return ref ? { ...others, usual: ref } : others;
}

/** The same of the agent. */
export function asUsualAgent(choices: ModelChoices, name: string | undefined): ModelChoices {
  const { usualAgent: _, ...others } = choices;
  return name === undefined ? others : { ...others, usualAgent: name };
}
