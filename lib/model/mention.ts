import type { FileRef } from "./part";

/**
 * What the user named by `@`: a file of the project, by its path below the session's directory with a slash at the end for a
 * folder; a subagent; or what an MCP server (`client`) has to be read, under a name that no other has there.
 */
export type Mention =
  | { type: "file"; path: string; lines?: Lines }
  | { type: "agent"; name: string }
  | { type: "resource"; name: string; uri: string; client: string };

/**
 * Lines of a file as they stand behind its path and a `#`, counted from 1: `10` is one, `10-20` a range, `10-` all from there
 * on. Whatever has this form is one: what is meant, `rangeOf` says.
 */
export type Lines = string;

const LINES = String.raw`\d{1,9}(?:-\d{0,9})?`;
const ONLY_LINES = new RegExp(`^${LINES}$`);
const LINES_AT_END = new RegExp(`^(.*[^/])#(${LINES})$`, "su");
const LINES_BEHIND = new RegExp(`^#(${LINES})`);

export function areLines(text: string): boolean {
  return ONLY_LINES.test(text);
}

/** The first and the last line; without an end all from the first on. They are put in order, and begin at 1. */
export function rangeOf(lines: Lines): { start: number; end?: number } {
  const [first, last] = lines.split("-").map((number) => Math.max(1, Number(number)));
  const start = first ?? 1;
  if (last === undefined) return { start, end: start };
  if (lines.endsWith("-")) return { start };
  return { start: Math.min(start, last), end: Math.max(start, last) };
}

/** As one says it: `line 10`, `lines 10 to 20`, `from line 10`. */
export function linesInWords(lines: Lines): string {
  const { start, end } = rangeOf(lines);
  if (end === undefined) return `from line ${start}`;
  return end === start ? `line ${start}` : `lines ${start} to ${end}`;
}

/** What a file that goes along with a prompt names: one of the project, with lines when its address has them, or a resource. */
export function mentionOfFile({ url, filename, client }: Omit<FileRef, "mime">): Mention | undefined {
  if (filename === undefined) return undefined;
  if (client !== undefined) return { type: "resource", name: filename, uri: url, client };
  if (!url.startsWith("file:")) return undefined;
  return { type: "file", ...(/[?&]start=/.test(url) ? splitLines(filename) : { path: filename }) };
}

/** A path as it is written, apart from the lines behind it. A folder has none. */
export function splitLines(written: string): { path: string; lines?: Lines } {
  const [, path, lines] = LINES_AT_END.exec(written) ?? [];
  return path === undefined || lines === undefined ? { path: written } : { path, lines };
}

/** A mention as it stands in the user's words. It is its key, too: nothing is mentioned twice. */
export function mentionWord(mention: Mention): string {
  return mention.type === "file" ? wordOf(mention.path, mention.lines) : `@${mention.name}`;
}

const wordOf = (path: string, lines?: Lines) => `@${path}${lines === undefined ? "" : `#${lines}`}`;

/** More of a name after a mention's word: that was another mention. */
const LONGER = /^(?:[./#-]*[\p{L}\p{N}_]|\/)/u;
const LONGER_FOLDER = /^\.?[\p{L}\p{N}_]/u;
/** UTF-16 units of it that are looked at. */
const REACH = 24;

/** Where a mention's word stands in a text on its own (UTF-16 units), not as the beginning of a longer one; -1 when nowhere. */
export function placeOfMention(mention: Mention, text: string): number {
  return placeOfWord(mentionWord(mention), text);
}

/** The same of a mention's word. */
export function placeOfWord(word: string, text: string, from = 0): number {
  for (let at = text.indexOf(word, from); at !== -1; at = text.indexOf(word, at + 1)) {
    if (endsAt(word, text, at + word.length)) return at;
  }
  return -1;
}

function endsAt(word: string, text: string, end: number): boolean {
  return !(word.endsWith("/") ? LONGER_FOLDER : LONGER).test(text.slice(end, end + REACH));
}

/** The same agent or resource, or the same file whatever lines are meant. */
export function sameNamed(one: Mention, other: Mention): boolean {
  if (one.type === "file") return other.type === "file" && one.path === other.path;
  if (one.type === "agent") return other.type === "agent" && one.name === other.name;
  return other.type === "resource" && one.client === other.client && one.uri === other.uri;
}

/** How a text names what a mention names: a file with the lines that are written there, each once, in order. */
export function namedIn(mention: Mention, text: string): Mention[] {
  if (mention.type !== "file") return placeOfMention(mention, text) === -1 ? [] : [mention];
  const found = new Map<string, Mention>();
  const bare = wordOf(mention.path);
  for (let at = text.indexOf(bare); at !== -1; at = text.indexOf(bare, at + 1)) {
    const end = at + bare.length;
    const [, lines] = mention.path.endsWith("/") ? [] : (LINES_BEHIND.exec(text.slice(end, end + REACH)) ?? []);
    const word = wordOf(mention.path, lines);
    if (!endsAt(word, text, at + word.length)) continue;
    found.set(word, { type: "file", path: mention.path, ...(lines === undefined ? {} : { lines }) });
  }
  return [...found.values()];
}
