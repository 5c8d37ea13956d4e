import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Puts the harness's own small extension together for one browser: it opens its panel by toolbar button, context menu
 * and command, and shows what reached it.
 *
 * @returns The folder, to be loaded and then removed by `remove`.
 */
export async function buildFixture(browser: "chromium" | "firefox"): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), "nexus-fixture-"));
  for (const file of ["background.js", "panel.html", "panel.js"]) {
    await cp(join(import.meta.dirname, file), join(dir, file));
  }
  await cp(join(import.meta.dirname, `manifest.${browser}.json`), join(dir, "manifest.json"));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
