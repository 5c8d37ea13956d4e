/** Some words of a text around the first place where something was found. */
export interface Excerpt {
  before: string;
  match: string;
  after: string;
}

/** Characters on either side of what was found. */
const BEFORE = 40;
const AFTER = 100;
/** Characters of what was found itself: a query can be a page long. */
const MATCH = 200;

/** @param pattern what to look for, global as `patternOf` makes it */
export function excerptOf(text: string, pattern: RegExp): Excerpt | undefined {
  pattern.lastIndex = 0;
  const found = pattern.exec(text);
  if (!found) return undefined;
  const end = found.index + found[0].length;
  const start = Math.max(0, found.index - BEFORE);
  return {
    before: `${start > 0 ? "…" : ""}${oneLine(fromWord(text.slice(start, found.index), start > 0)).trimStart()}`,
    match: oneLine(found[0].slice(0, MATCH)),
    after: `${oneLine(text.slice(end, end + AFTER)).trimEnd()}${end + AFTER < text.length ? "…" : ""}`,
  };
}

const oneLine = (text: string): string => text.replace(/[\s\0]+/g, " ");

/** Without the end of the word that was cut at the beginning. */
function fromWord(text: string, isCut: boolean): string {
  return isCut ? text.slice(text.search(/\s/) + 1) : text;
}
