import { build } from "wxt";
import type { BrowserName } from "./options";

/**
 * Builds the extension for one browser and returns the folder with the result. Apart from `.output`, so that a
 * development server or a test run at the same time does not change it under an open browser.
 */
export async function buildExtension(root: string, browser: BrowserName): Promise<string> {
  const outDir = ".cache/start/extension";
  await build({
    root,
    outDir,
    browser: browser === "firefox" ? "firefox" : "chrome",
    mode: "production",
    logger: QUIET,
  });
  return `${root}/${outDir}/${browser === "firefox" ? "firefox" : "chrome"}-mv3`;
}

const ignore = () => undefined;
/** Only what went wrong is of interest here. */
const QUIET = {
  debug: ignore,
  log: ignore,
  info: ignore,
  success: ignore,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
  level: 1,
};
