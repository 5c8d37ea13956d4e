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

/** By itself, or with all of its provider's. */
export function isHidden({ hidden, hiddenProviders, shown }: ModelChoices, ref: ModelRef): boolean {
  return isAmong(hidden, ref) || (hiddenProviders.includes(ref.providerId) && !isAmong(shown, ref));
}

/** Out of sight, and no favourite; or offered again. */
export function hiddenOrShown(choices: ModelChoices, ref: ModelRef): ModelChoices {
  const { hidden, hiddenProviders, shown, favourites, recent } = choices;
  const isOfHidden = hiddenProviders.includes(ref.providerId);
  if (isHidden(choices, ref)) {
    return {
      ...choices,
      hidden: without(hidden, ref),
      shown: isOfHidden ? [...without(shown, ref), bare(ref)] : shown,
    };
  }
  return {
    ...choices,
    hidden: isOfHidden ? hidden : [...hidden, bare(ref)],
    shown: without(shown, ref),
    favourites: without(favourites, ref),
    recent: without(recent, ref),
  };
}

/** All models of a provider out of sight, also those that it has later. Its favourites are that again when they are shown. */
export function providerHidden(choices: ModelChoices, providerId: string): ModelChoices {
  const { hiddenProviders, shown } = choices;
  return {
    ...choices,
    hiddenProviders: [...hiddenProviders.filter((id) => id !== providerId), providerId],
    shown: shown.filter((ref) => ref.providerId !== providerId),
  };
}

/** All models of a provider offered again, also those that were hidden one by one. */
export function providerShown(choices: ModelChoices, providerId: string): ModelChoices {
  const isOther = (ref: ModelRef) => ref.providerId !== providerId;
  return {
    ...choices,
    hidden: choices.hidden.filter(isOther),
    hiddenProviders: choices.hiddenProviders.filter((id) => id !== providerId),
    shown: choices.shown.filter(isOther),
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
