import { type Lines, rangeOf } from "../model";

/**
 * The `file:` URL of a path below a directory, both as the server's system writes them: POSIX, or Windows with a drive. A
 * trailing slash is left out.
 */
export function fileUrl(directory: string, path: string): string {
  const isWindows = /^[a-z]:[\\/]/i.test(directory);
  const base = isWindows ? `/${directory.replaceAll("\\", "/")}` : directory;
  const segments = `${base}/${path}`.split("/").filter((segment) => segment !== "");
  const encoded = segments.map((segment) => encodeURIComponent(segment).replaceAll("%3A", ":"));
  return `file:///${encoded.join("/")}`;
}

/** The address of a file, of which only some lines are meant, as servers of 1.x read it [measured on 1.18.33]. */
export function withLines(url: string, lines: Lines | undefined): string {
  if (lines === undefined) return url;
  const { start, end } = rangeOf(lines);
  return `${url}?start=${start}${end === undefined ? "" : `&end=${end}`}`;
}

/** The absolute path that a `file:` URL means, as the server's system writes it; undefined if it means none. */
export function filePath(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, pathname } = new URL(address);
  if (protocol !== "file:") return undefined;
  try {
    const path = decodeURIComponent(pathname);
    return /^\/[a-z]:\//i.test(path) ? path.slice(1) : path;
  } catch {
    return undefined;
  }
}
