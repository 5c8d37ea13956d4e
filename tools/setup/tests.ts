import { pathToFileURL } from "node:url";
import { type FoundBrowser, findChromium, findFirefox } from "../browser/find";
import { ensureChromium, ensureFirefox } from "../browser/install";
import { onPath } from "./command";
import { installDebianPackages, type Report } from "./debian";

/** Program → Debian package, for tests that need a window: a virtual screen, its keyboard, its camera. */
const DISPLAY_TOOLS: Record<string, string> = { Xvfb: "xvfb", xdotool: "xdotool", import: "imagemagick" };

export interface TestTools {
  chromium: FoundBrowser;
  firefox: FoundBrowser;
  /** False where there is no X server (macOS, Windows): tests with a virtual screen cannot run there. */
  display: boolean;
}

/**
 * Makes sure of everything the end-to-end tests need, installing what is missing where it can.
 *
 * @throws Error with one sentence about what has to be installed by hand.
 */
export async function ensureTestTools(report: Report): Promise<TestTools> {
  await installMissingAtOnce(report);
  const chromium = await ensureChromium(report);
  report(`Chromium: ${chromium.version} (${chromium.path})`);
  const firefox = await ensureFirefox(report);
  report(`Firefox: ${firefox.version} (${firefox.path})`);
  const display = process.platform === "linux";
  const missing = display ? await missingDisplayTools() : [];
  if (missing.length > 0) throw new Error(`Please install ${missing.join(", ")} for the tests that need a window.`);
  return { chromium, firefox, display };
}

/** One run of the package manager instead of three; whatever it cannot do is noticed one by one afterwards. */
async function installMissingAtOnce(report: Report): Promise<void> {
  if (process.platform !== "linux" || !(await onPath("apt-get"))) return;
  const packages = await missingDisplayTools();
  if (!(await findFirefox())) packages.push("firefox-esr", "fonts-noto-core");
  if (!(await findChromium())) packages.push("chromium", "fonts-dejavu-core");
  if (packages.length === 0) return;
  const problem = await installDebianPackages(packages, report);
  if (problem) report(problem);
}

async function missingDisplayTools(): Promise<string[]> {
  const missing: string[] = [];
  for (const [program, debianPackage] of Object.entries(DISPLAY_TOOLS)) {
    if (!(await onPath(program))) missing.push(debianPackage);
  }
  return missing;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureTestTools((line) => console.log(line)).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
