import {
  type Color,
  type ColorName,
  createAnsiSequenceParser,
  createColorPalette,
  namedColors,
  type ParseToken,
} from "ansi-sequence-parser";

/** A stretch of a line with one look. */
export interface TerminalRun {
  text: string;
  /** Colour of the text in CSS; absent for the usual one. */
  color?: string;
  /** Colour of the ground in CSS. */
  ground?: string;
  /** "bold", "underline", "reverse" …, parted by spaces. */
  marks?: string;
}

export type TerminalLine = readonly TerminalRun[];

/** Colours, weights and lines: the only sequences that are kept. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const LOOK = /\u001b\[[\d;]*m/g;
/** All that a program tells a terminal; also unfinished at the end, where more is to come. */
const ESCAPES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
  /\u001b(?:\[[0-?]*[ -/]*(?:[@-~]|$)|\][^\u0007\u001b]*(?:\u0007|\u001b\\|$)|[ -/]*[0-Z\\^_]|$)/g;
/** A character that the next one is written over, as spinners do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is the one that goes back
const OVERSTRUCK = /[^\n]?\u0008/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those that show nothing, beside escape, tab and line ends
const CONTROLS = /[\u0000-\u0007\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f]/g;

const isLook = (sequence: string): boolean => sequence.replace(LOOK, "") === "";

/** What is left of a line that was written over from its beginning, as progress bars are. */
function lastState(line: string): string {
  const whole = line.replace(/\r+$/, "");
  const start = whole.lastIndexOf("\r") + 1;
  // Colours that were set before go on.
  return start === 0 ? whole : (whole.slice(0, start).match(LOOK) ?? []).join("") + whole.slice(start);
}

/** Our own sixteen colours, which can be read on our ground in light and dark. */
const OWN = Object.fromEntries(
  namedColors.map((name) => [name, `var(--ansi-${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)})`]),
) as Record<ColorName, string>;

const palette = createColorPalette(OWN);

/** Colours of the large tables keep their hue and are made as dark or as light as the ground needs. */
function cssOf(color: Color): string | undefined {
  const value = palette.value(color);
  if (!value?.startsWith("#")) return value;
  return `oklch(from ${value} clamp(var(--ansi-darkest), l, var(--ansi-lightest)) c h)`;
}

function runOf({ value, foreground, background, decorations }: ParseToken): TerminalRun {
  const color = foreground ? cssOf(foreground) : undefined;
  const ground = background ? cssOf(background) : undefined;
  return {
    text: value,
    ...(color ? { color } : {}),
    ...(ground ? { ground } : {}),
    ...(decorations.size > 0 ? { marks: [...decorations].join(" ") } : {}),
  };
}

const isSame = (a: TerminalLine | undefined, b: TerminalLine): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What a terminal shows of a program's output, with its looks and the last state of what was written over.
 *
 * @param before of a shorter output: lines that are still the same stay the same objects.
 */
export function terminalLines(output: string, before: readonly TerminalLine[] = []): TerminalLine[] {
  const text = output
    .replace(ESCAPES, (sequence) => (isLook(sequence) ? sequence : ""))
    .replace(OVERSTRUCK, "")
    .replace(CONTROLS, "")
    .trimEnd();
  const parser = createAnsiSequenceParser();
  const lines = text.split("\n").map((source, index) => {
    const line = parser.parse(lastState(source)).map(runOf);
    const known = before[index];
    return known && isSame(known, line) ? known : line;
  });
  // Looks are often ended on a line of their own.
  while (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

/** The lines as they are copied. */
export function terminalText(lines: readonly TerminalLine[]): string {
  return lines.map((line) => line.map((run) => run.text).join("")).join("\n");
}

/** The part of a line from one character to another. */
export function cutOf(line: TerminalLine, from: number, to = Number.POSITIVE_INFINITY): TerminalRun[] {
  const runs: TerminalRun[] = [];
  let at = 0;
  for (const run of line) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== "") runs.push({ ...run, text });
    at += run.text.length;
  }
  return runs;
}

/** At most so many characters are shown of an output before the user asks for more, however few lines it has. */
const MAX_CHARACTERS = 4000;

const lengthOf = (line: TerminalLine): number => line.reduce((sum, run) => sum + run.text.length, 0);

/** The last `maxLines` lines, within 4,000 characters: the end is where it says how it went. */
export function lastLines(lines: readonly TerminalLine[], maxLines: number): readonly TerminalLine[] {
  // One or two more lines are shown rather than hidden behind a line that says so.
  let from = lines.length <= maxLines + 2 ? 0 : lines.length - maxLines;
  let room = MAX_CHARACTERS;
  for (let at = lines.length - 1; at >= from; at--) {
    const line = lines[at] ?? [];
    const length = lengthOf(line);
    if (length > room) {
      if (at < lines.length - 1) from = at + 1;
      else return [endOf(line, room)];
      break;
    }
    room -= length;
  }
  return from === 0 ? lines : lines.slice(from);
}

function endOf(line: TerminalLine, characters: number): TerminalLine {
  const runs: TerminalRun[] = [];
  let room = characters;
  for (const run of [...line].reverse()) {
    if (room <= 0) break;
    runs.unshift({ ...run, text: run.text.slice(-room) });
    room -= run.text.length;
  }
  return runs;
}
