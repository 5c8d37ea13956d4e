import type { ModelChoices } from "../../../lib/storage/model-choices";
import { isAmong, isHidden } from "./choosing";
import type { ModelEntry } from "./entries";

/** Letters of a word below which they have to stand together. */
const SHORT = 3;

/**
 * Models that have every word of the query, best first; favourites before others that are as good. A hidden one is found by
 * its whole name or id alone.
 */
export function searched(entries: readonly ModelEntry[], choices: ModelChoices, query: string): ModelEntry[] {
  const whole = query.trim().toLowerCase();
  const words = whole.split(/\s+/).filter(Boolean);
  const hits: { entry: ModelEntry; score: number }[] = [];
  for (const entry of entries) {
    const texts = textsOf(entry);
    if (isHidden(choices, entry.ref)) {
      if (texts.exact.includes(whole)) hits.push({ entry, score: 0 });
      continue;
    }
    const score = scoreOfAll(texts, words);
    if (score === undefined) continue;
    hits.push({ entry, score: score + (isAmong(choices.favourites, entry.ref) ? 0.5 : 0) });
  }
  return bestFirst(hits);
}

/** The same among hidden models, each of which is found as the others are. */
export function searchedHidden(entries: readonly ModelEntry[], query: string): ModelEntry[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const hits = entries.flatMap((entry) => {
    const score = scoreOfAll(textsOf(entry), words);
    return score === undefined ? [] : [{ entry, score }];
  });
  return bestFirst(hits);
}

const bestFirst = (hits: { entry: ModelEntry; score: number }[]): ModelEntry[] =>
  hits.sort((a, b) => b.score - a.score).map(({ entry }) => entry);

/** `undefined`: a word does not fit at all. */
function scoreOfAll(texts: Texts, words: readonly string[]): number | undefined {
  const scores = words.map((word) => scoreOf(texts, word));
  return scores.includes(0) ? undefined : scores.reduce((sum, score) => sum + score, 0);
}

interface Texts {
  name: string;
  id: string;
  provider: string;
  /** Name and id without what stands between letters and digits: "gpt5" means "GPT-5". */
  dense: string;
  exact: string[];
}

function textsOf({ model, provider, ref }: ModelEntry): Texts {
  const name = model.name.toLowerCase();
  const id = ref.modelId.toLowerCase();
  const dense = `${name} ${id}`.replaceAll(/[^\p{L}\p{N} ]/gu, "").replaceAll(/(?<=\S) (?=\d)/g, "");
  const providerId = ref.providerId.toLowerCase();
  return {
    name,
    id,
    provider: `${provider} ${providerId}`.toLowerCase(),
    dense,
    exact: [name, id, `${providerId}/${id}`],
  };
}

/** How well a word fits; 0: not at all. */
function scoreOf({ name, id, provider, dense }: Texts, word: string): number {
  const at = name.indexOf(word);
  if (at === 0 || (at > 0 && /[^\p{L}\p{N}]/u.test(name.charAt(at - 1)))) return 5;
  if (at > 0) return 4;
  if (id.includes(word)) return 3;
  if (provider.includes(word)) return 2.5;
  const letters = word.replaceAll(/[^\p{L}\p{N}]/gu, "");
  if (letters !== "" && dense.includes(letters)) return 2;
  return letters.length >= SHORT && hasInOrder(name, letters) ? 1 : 0;
}

/** Whether the letters stand in one word of the text, in their order, the first of them at its beginning: "snt" in "sonnet". */
function hasInOrder(text: string, letters: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((word) => {
    if (word.charAt(0) !== letters.charAt(0)) return false;
    let from = 0;
    for (const letter of letters) {
      from = word.indexOf(letter, from) + 1;
      if (from === 0) return false;
    }
    return true;
  });
}
