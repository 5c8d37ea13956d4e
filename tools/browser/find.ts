import { open, realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { isExecutable, onPath, runCommand } from "../setup/command";

/** A browser of this machine that can load an unpacked build. */
export interface FoundBrowser {
  path: string;
  /** As the program names itself, for example "Chromium 156.0.8078.79"; "unknown" where it cannot be asked (Windows). */
  version: string;
}

/**
 * Finds a Chromium that loads an unpacked extension from the command line: the one named by `NEXUS_CHROMIUM`, one on
 * PATH, Playwright's own download, or one in the usual places.
 *
 * Google Chrome (since 137) and Microsoft Edge ignore `--load-extension`, so neither counts; Chrome for Testing does. Nor
 * does a snap, whose confinement hides profiles and builds in temporary and hidden folders.
 *
 * @throws Error when `NEXUS_CHROMIUM` names something unusable.
 */
export function findChromium(): Promise<FoundBrowser | undefined> {
  return find("NEXUS_CHROMIUM", ["chromium", "chromium-browser"], [chromium.executablePath(), ...chromiumPlaces()]);
}

/** Finds a Firefox: the one named by `NEXUS_FIREFOX`, one on PATH, or one in the usual places. Throws as above. */
export function findFirefox(): Promise<FoundBrowser | undefined> {
  return find("NEXUS_FIREFOX", ["firefox", "firefox-esr"], firefoxPlaces());
}

async function find(variable: string, names: string[], places: string[]): Promise<FoundBrowser | undefined> {
  const chosen = process.env[variable];
  if (chosen) {
    const browser = await examine(chosen);
    if (typeof browser === "string") throw new Error(`${variable}=${chosen} cannot be used: ${browser}.`);
    return browser;
  }
  const onSearchPath = await Promise.all(names.map(onPath));
  for (const path of [...onSearchPath, ...places]) {
    const browser = path ? await examine(path) : undefined;
    if (typeof browser === "object") return browser;
  }
  return undefined;
}

/** The browser at that path, or why it is of no use. */
async function examine(path: string): Promise<FoundBrowser | string> {
  if (!(await isExecutable(path))) return "there is no program";
  if (await isSnap(path)) return "a snap cannot read profiles and builds outside its own folders";
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === "win32") return { path, version: "unknown" };
  const { code, output } = await runCommand(path, ["--version"], { timeout: 20_000 });
  const version = /^.*\d+\.\d+.*$/m.exec(output)?.[0]?.trim();
  if (code !== 0 || !version) return "it does not start";
  if (/Google Chrome (?!for Testing)|Microsoft Edge/.test(version))
    return `${version} does not load unpacked extensions`;
  return { path, version };
}

async function isSnap(path: string): Promise<boolean> {
  const target = await realpath(path);
  if (target.endsWith("/bin/snap") || target.startsWith("/snap/")) return true;
  const file = await open(target);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.toString("latin1", 0, bytesRead);
    return start.startsWith("#!") && start.includes("/snap/bin/");
  } finally {
    await file.close();
  }
}

function chromiumPlaces(): string[] {
  switch (process.platform) {
    case "darwin":
      return ["/Applications", join(homedir(), "Applications")].map((folder) =>
        join(folder, "Chromium.app/Contents/MacOS/Chromium"),
      );
    case "win32":
      return programFolders("LOCALAPPDATA").map((folder) => join(folder, "Chromium\\Application\\chrome.exe"));
    default:
      return ["/usr/lib/chromium/chromium", "/usr/lib64/chromium-browser/chromium-browser"];
  }
}

function firefoxPlaces(): string[] {
  switch (process.platform) {
    case "darwin":
      return ["Firefox", "Firefox Developer Edition", "Firefox Nightly"].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/firefox`,
      );
    case "win32":
      return programFolders("LOCALAPPDATA").map((folder) => join(folder, "Mozilla Firefox\\firefox.exe"));
    default:
      return ["/usr/lib/firefox-esr/firefox-esr", "/usr/lib/firefox/firefox", "/opt/firefox/firefox"];
  }
}

function programFolders(...more: string[]): string[] {
  const folders = ["ProgramFiles", "ProgramFiles(x86)", ...more].map((name) => process.env[name]);
  return folders.filter((folder) => folder !== undefined);
}
