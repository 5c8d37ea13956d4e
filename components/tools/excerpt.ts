/** What is shown of a long text before "Show all". */
export interface Excerpt {
  text: string;
  /** Lines of the whole text. */
  lines: number;
  /** Whether something is left out. */
  cut: boolean;
}

/** At most so many characters are shown of a text before the user asks for more, however few lines it has. */
const MAX_CHARACTERS = 4000;

/** The first `maxLines` lines of `text`, within 4,000 characters. */
export function excerptOf(text: string, maxLines: number): Excerpt {
  const whole = text.replace(/\n+$/, "");
  let lines = 1;
  let end = whole.length;
  for (let at = whole.indexOf("\n"); at >= 0; at = whole.indexOf("\n", at + 1)) {
    if (lines === maxLines) end = at;
    lines++;
  }
  // One or two more lines are shown rather than hidden behind a line that says so.
  if (lines <= maxLines + 2) end = whole.length;
  end = Math.min(end, MAX_CHARACTERS);
  return { text: whole.slice(0, end), lines, cut: end < whole.length };
}

/** A text for one line: what is beyond `most` characters nobody reads there. */
export function shortened(text: string, most = 300): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Terminal colours and cursor movements, which mean nothing here. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

export function withoutEscapes(text: string): string {
  return text.includes("\u001b") ? text.replace(ESCAPES, "") : text;
}
