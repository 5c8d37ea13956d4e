import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";

/** What the harness must know of an unpacked extension before the browser starts. */
export interface UnpackedExtension {
  dir: string;
  id: string;
  /** `chrome-extension://<id>/<side_panel.default_path>` */
  panelUrl: string;
}

/**
 * Reads the manifest and derives the id as Chromium does: the first 128 bits of the SHA-256 of the manifest's `key`, or
 * of the folder's absolute path, written with the letters a to p.
 */
export async function readUnpackedExtension(dir: string): Promise<UnpackedExtension> {
  const path = await realpath(dir);
  const manifest = JSON.parse(await readFile(join(path, "manifest.json"), "utf8")) as {
    key?: string;
    side_panel?: { default_path?: string };
  };
  const panel = manifest.side_panel?.default_path;
  if (!panel) throw new Error(`${path}/manifest.json names no side panel: is it the build for Chromium?`);
  const identity = manifest.key
    ? Buffer.from(manifest.key, "base64")
    : Buffer.from(path, process.platform === "win32" ? "utf16le" : "utf8");
  const digest = createHash("sha256").update(identity).digest("hex").slice(0, 32);
  const id = digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  return { dir: path, id, panelUrl: `chrome-extension://${id}/${panel.replace(/^\//, "")}` };
}
