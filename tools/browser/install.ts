import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runCommand } from "../setup/command";
import { installDebianPackages, type Report } from "../setup/debian";
import { type FoundBrowser, findChromium, findFirefox } from "./find";

/** Debian's slim images have no font at all: without one every text is drawn as empty boxes. */
const FONTS = ["fonts-noto-core", "fonts-dejavu-core"];

/**
 * Finds a Chromium or gets one: Playwright's build first (needs the Internet), then Debian's package.
 *
 * @throws Error with one sentence that says what to install by hand.
 */
export async function ensureChromium(report: Report): Promise<FoundBrowser> {
  const found = await findChromium();
  if (found) return found;

  report("No Chromium found. Downloading Playwright's …");
  const playwright = join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
  const download = await runCommand(process.execPath, [playwright, "install", "chromium"], { timeout: 240_000 });
  if (download.code === 0) {
    const downloaded = await findChromium();
    if (downloaded) return downloaded;
    // Downloaded, but it does not start: its shared libraries are missing, and Debian's package brings them along.
  }
  report("Playwright's Chromium cannot be had here.");
  const problem = await installDebianPackages(["chromium", ...FONTS], report);
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error(
    `Please install Chromium (not Google Chrome or Edge, which refuse unpacked extensions), or set NEXUS_CHROMIUM to it${because(problem)}.`,
  );
}

/**
 * Finds a Firefox or gets one from Debian's packages.
 *
 * @throws Error with one sentence that says what to install by hand.
 */
export async function ensureFirefox(report: Report): Promise<FoundBrowser> {
  const found = await findFirefox();
  if (found) return found;

  // Debian has only the ESR; Ubuntu's "firefox" is a snap, which findFirefox leaves out.
  const problem = await installDebianPackages(["firefox-esr", ...FONTS], report);
  const installed = await findFirefox();
  if (installed) return installed;
  throw new Error(`Please install Firefox 128 or later, or set NEXUS_FIREFOX to it${because(problem)}.`);
}

function because(problem: string | undefined): string {
  return problem ? ` (${problem})` : "";
}
