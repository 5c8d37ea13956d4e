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
