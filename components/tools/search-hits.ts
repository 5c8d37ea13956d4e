/** A row in the answer of a search: a file, a line of the file above it, or words of the tool's own. */
export type SearchRow =
  | { type: "file"; path: string }
  | { type: "line"; path: string; line: number; text: string }
  | { type: "note"; text: string };

/** Absolute, as the server's system writes it: POSIX, or Windows with a drive or a share. */
const ABSOLUTE = /^(?:\/|[a-z]:[\\/]|\\\\)/i;
const LINE = /^ {2}Line (\d+): (.*)$/;

/**
 * The answer of `grep` (a path with a colon, then its lines) or of `glob` (a path a line), in rows [read in 1.18.33];
 * undefined for an answer without any path.
 */
export function searchRows(output: string): SearchRow[] | undefined {
  const rows: SearchRow[] = [];
  let path: string | undefined;
  let hasPaths = false;
  for (const text of output.split("\n")) {
    const [, number, words = ""] = LINE.exec(text) ?? [];
    if (number !== undefined && path !== undefined) {
      rows.push({ type: "line", path, line: Number(number), text: words });
    } else if (ABSOLUTE.test(text)) {
      path = text.replace(/:$/, "");
      hasPaths = true;
      rows.push({ type: "file", path });
    } else if (text.trim() !== "") {
      rows.push({ type: "note", text });
    }
  }
  return hasPaths ? rows : undefined;
}
