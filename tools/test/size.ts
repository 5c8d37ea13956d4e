import { readdir, readFile } from "node:fs/promises";
import { join, posix, relative } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";

/** A file's share of a zip's directory: its local and its central header, without its name, which stands in both. */
const ZIP_HEADERS = 30 + 46;
const ZIP_END = 22;

/** Bytes of a folder as a zip, as the stores take it. */
export async function zippedSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let bytes = ZIP_END;
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = Buffer.byteLength(relative(folder, path));
    bytes += deflateRawSync(await readFile(path)).length + ZIP_HEADERS + 2 * name;
  }
  return bytes;
}

/** The scripts a page loads before it runs: those it names, and what they import, but not what they load later. */
export async function firstScripts(folder: string, page: string): Promise<string[]> {
  const html = await readFile(join(folder, page), "utf8");
  const named = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="\/?([^"]+\.js)"/g)].flatMap(
    ([, path = ""]) => path,
  );
  const found = new Set<string>();
  for (const waiting = named; waiting.length > 0; ) {
    const script = waiting.pop() ?? "";
    if (found.has(script)) continue;
    found.add(script);
    const code = await readFile(join(folder, script), "utf8");
    for (const [, path = ""] of code.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g))
      waiting.push(posix.join(posix.dirname(script), path));
  }
  return [...found];
}

/** Bytes of these scripts, each compressed by gzip. */
export async function compressedSize(folder: string, scripts: readonly string[]): Promise<number> {
  const sizes = scripts.map(async (script) => gzipSync(await readFile(join(folder, script))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
