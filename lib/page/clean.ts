/*
 * What a reader sees in the chip must be what the model gets. Left out is therefore what shows nothing, or shows
 * something else, yet is read by a model:
 * - control characters (NUL breaks JSON consumers and terminals; line breaks and tabs stay), lone surrogates;
 * - bidirectional embeddings, overrides and isolates, which put letters in another order on screen than in the text
 *   (CVE-2021-42574). The marks LRM, RLM and ALM stay: right-to-left prose needs them and they cannot turn letters round;
 * - the Unicode tag block and zero-width characters, in which whole hidden sentences fit. The joiners ZWJ and ZWNJ stay:
 *   emoji, Persian and Indic scripts need them;
 * - all but the first of a run of variation selectors, of which 256 make an alphabet for bytes.
 */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
const INVISIBLE = /[\u00AD\u180E\u200B\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const SELECTOR_RUNS = /([\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]+/gu;
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g;

/** Text of any length with line breaks as `\n`. Doing it twice changes nothing. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_BREAKS, "\n")
    .replace(CONTROLS, "")
    .replace(BIDI_CONTROLS, "")
    .replace(INVISIBLE, "")
    .replace(SELECTOR_RUNS, "$1");
}

/** One line of at most `limit` UTF-16 units, white space folded; "…" stands for what was cut. */
export function cleanLine(text: string, limit: number): string {
  // The rest cannot show; a title may be megabytes long.
  const line = cleanText(text.slice(0, limit * 4))
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= limit ? line : `${line.slice(0, limit - 1).replace(LONE_HIGH_SURROGATE, "")}…`;
}

/** The first half of a character that a cut went through. */
export const LONE_HIGH_SURROGATE = /[\uD800-\uDBFF]$/;
