/** Markers of containers at the start of a line: block quotes, bullets, numbers. */
const CONTAINERS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/;

/** Only marks so far: a bullet, a number, a rule, a heading, an underline, a fence, emphasis or a task box. */
const MARKS_ONLY = /^(?:[-*+=_#>`~|!]+|\d{1,9}[.)]?|\[[ xX]?\]?)?[ \t]*$/;

const FENCE_LINE = /^(?:`{3,}[^`]*|~{3,}.*)$/;

const DELIMITER_ROW = /^ {0,3}\|?[ \t:|-]*$/;

/** A delimiter row for a table whose header row is `header`. */
function delimiterRow(header: string): string {
  const cells = header
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/);
  return `|${" --- |".repeat(cells.length)}`;
}

/** Completes the header of a table that is still arriving; undefined if the last lines are none. */
function repairTable(lines: readonly string[]): string[] | undefined {
  const last = lines.at(-1) ?? "";
  const previous = lines.at(-2) ?? "";
  const startsParagraph = (line: string | undefined) => line === undefined || line.trim() === "";
  if (/^ {0,3}\|/.test(last) && last.trim().length > 1 && startsParagraph(lines.at(-2))) {
    const header = last.trimEnd().replace(/(?<!\\)\|?$/, " |");
    return [...lines.slice(0, -1), header, delimiterRow(header)];
  }
  const isHeader = /^ {0,3}\|/.test(previous) || (/\|/.test(previous) && /[|:]/.test(last));
  if (isHeader && startsParagraph(lines.at(-3)) && DELIMITER_ROW.test(last)) {
    return [...lines.slice(0, -1), delimiterRow(previous)];
  }
  return undefined;
}

/**
 * Makes the last, unfinished line of a growing source presentable: markers without content are held back (a lone
 * `-` would be a list, then a rule, then an underline that makes a heading of the paragraph), the header of a table
 * becomes a table at once. Only text after the last line end is changed or added to.
 */
export function repairLines(source: string): string {
  const lineStart = source.lastIndexOf("\n") + 1;
  const line = source.slice(lineStart);
  const paragraphStart = source.lastIndexOf("\n", source.lastIndexOf("\n", lineStart - 2) - 1) + 1;
  const head = source.slice(0, Math.max(0, paragraphStart));
  const table = repairTable(source.slice(head.length).split("\n"));
  if (table) return head + table.join("\n");
  const content = line.replace(CONTAINERS, "");
  if (line !== "" && (MARKS_ONLY.test(content) || FENCE_LINE.test(content))) return source.slice(0, lineStart);
  return source;
}
