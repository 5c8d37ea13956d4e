import { type Mention, mentionWord, namedIn, placeOfMention, placeOfWord, sameNamed } from "../../../lib/model";
import type { ContextItem } from "../../../lib/page/context";

/**
 * What a text names after it has changed. A mention goes with its words, comes back with them, and a file's goes by the lines
 * that are written behind it. What no words stood for stays.
 *
 * @param known what was named before, and may be again
 */
export function namedAfter(
  held: readonly Mention[],
  known: readonly Mention[],
  before: string,
  now: string,
): Mention[] {
  const subjects: Mention[] = [];
  for (const mention of [...held, ...known]) {
    if (!subjects.some((subject) => sameNamed(subject, mention))) subjects.push(mention);
  }
  const named = subjects.flatMap((subject) => {
    const silent = held.filter((mention) => sameNamed(mention, subject) && placeOfMention(mention, before) === -1);
    return [...silent, ...namedIn(subject, now)];
  });
  return [...new Map(named.map((mention) => [mentionWord(mention), mention])).values()];
}

/** The same of pages that stand in the text by their titles. */
export function itemsAfter(
  held: readonly ContextItem[],
  known: readonly ContextItem[],
  before: string,
  now: string,
): ContextItem[] {
  const stands = ({ word }: ContextItem, text: string) => word === undefined || placeOfWord(word, text) !== -1;
  const kept = held.filter((item) => stands(item, now) || !stands(item, before));
  const back = known.filter(
    (item) => stands(item, now) && !stands(item, before) && !held.some(({ id }) => id === item.id),
  );
  return [...kept, ...back];
}

/** Where words begin and end in a text, with the space that is one too many without them; the last first. */
export function placesOf(word: string, text: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let at = placeOfWord(word, text); at !== -1; at = placeOfWord(word, text, at + word.length)) {
    const end = at + word.length;
    const isApart = at === 0 || /\s/.test(text.charAt(at - 1));
    places.unshift({ start: at, end: isApart && text.charAt(end) === " " ? end + 1 : end });
  }
  return places;
}
