/** A text as it is compared: without case and accents. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
const isStart = (text: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "");

/**
 * How well a text fits what is looked for: every word of that has to be in it, in any order, whole or with letters left out
 * (`ns` is in "New session"). More is better; `undefined`: it does not fit.
 */
export function fitOf(query: string, text: string): number | undefined {
  const held = plain(text);
  let sum = 0;
  for (const word of plain(query).split(/\s+/).filter(Boolean)) {
    const fit = wholeFit(word, held) ?? scatteredFit(word, held);
    if (fit === undefined) return undefined;
    sum += fit;
  }
  return sum;
}

function wholeFit(word: string, text: string): number | undefined {
  let best: number | undefined;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const fit = 100 + (isStart(text, at) ? 60 : 0) - Math.min(at, 30);
    best = Math.max(best ?? 0, fit);
  }
  return best;
}

/** The first letter begins a word; each further one begins another, or comes soon. */
function scatteredFit(word: string, text: string): number | undefined {
  let best: number | undefined;
  for (let start = text.indexOf(word[0] ?? ""); start >= 0; start = text.indexOf(word[0] ?? "", start + 1)) {
    if (!isStart(text, start)) continue;
    const fit = fitFrom(word, text, start);
    if (fit !== undefined) best = Math.max(best ?? 0, fit);
  }
  return best;
}

/** Letters that may be left out between two. */
const REACH = 3;

function fitFrom(word: string, text: string, start: number): number | undefined {
  let at = start;
  let fit = 40 - Math.min(start, 30);
  for (const letter of word.slice(1)) {
    const next = nextOf(letter, text, at + 1);
    if (next === undefined) return undefined;
    fit -= isStart(text, next) ? 0 : next - at - 1;
    at = next;
  }
  return Math.max(1, fit);
}

function nextOf(letter: string, text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (text[at] === letter && (at - from <= REACH || isStart(text, at))) return at;
  }
  return undefined;
}
