import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A running Chromium and the address of its debugging socket. */
export interface ChromiumProcess {
  /** `ws://127.0.0.1:<port>/devtools/browser/<id>`, for `connectOverCDP`. */
  readonly endpoint: string;
  /** Resolves when the process and what it started have ended. */
  readonly ended: Promise<void>;
  /** Ends the browser at once, as a crash or a power cut would. */
  kill(): Promise<void>;
}

export interface ChromiumProcessOptions {
  executable: string;
  /** Folder of the unpacked extension. */
  extension: string;
  profile: string;
  headful: boolean;
  /** Width and height of the window in pixels. */
  windowSize: { width: number; height: number };
  /** X display of a headful window; undefined leaves the environment's own. */
  display: string | undefined;
  args: readonly string[];
}

/** Quiet, offline and steady: no updates, no first-run pages, no throttling of windows that another one covers. */
const STEADY = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-sync",
  "--disable-quic",
  "--disable-breakpad",
  "--disable-field-trial-config",
  "--disable-search-engine-choice-screen",
  "--disable-dev-shm-usage",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--disable-hang-monitor",
  "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,MediaRouter,OptimizationHints,Translate",
  "--force-color-profile=srgb",
  "--metrics-recording-only",
  "--mute-audio",
  "--password-store=basic",
  "--use-mock-keychain",
  "--lang=en-US",
];

/**
 * Starts Chromium with one unpacked extension and an open debugging port chosen by the system.
 *
 * @throws Error with the browser's last words when it ends before it listens.
 */
export async function startChromium(options: ChromiumProcessOptions): Promise<ChromiumProcess> {
  await prepareProfile(options.profile);
  const child = spawn(
    options.executable,
    [
      ...STEADY,
      ...(options.headful ? ["--test-type"] : ["--headless"]),
      // The sandbox refuses to work for root and in most containers, and the tests open pages of their own only.
      "--no-sandbox",
      `--user-data-dir=${options.profile}`,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      "--remote-debugging-port=0",
      // The pipe is not spoken on: when its other end closes, because this process died by whatever signal, so does the browser.
      "--remote-debugging-pipe",
      `--window-size=${options.windowSize.width},${options.windowSize.height}`,
      "--window-position=0,0",
      ...options.args,
      "about:blank",
    ],
    {
      // A process group of its own, so that renderers die with the browser.
      detached: true,
      stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
      env: { ...process.env, LANGUAGE: "en_US", ...(options.display ? { DISPLAY: options.display } : {}) },
    },
  );
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const killGroup = () => signalGroup(child);
  process.once("exit", killGroup);
  void ended.then(() => process.off("exit", killGroup));

  return {
    endpoint: await debuggingEndpoint(child),
    ended,
    async kill() {
      killGroup();
      await ended;
    },
  };
}

/**
 * Chromium disables an unpacked extension when it reloads, unless developer mode is on (measured: after
 * `runtime.reload()` the extension is gone), so a new profile gets the switch a developer would have set.
 */
async function prepareProfile(profile: string): Promise<void> {
  // The previous run's port would be taken for this one's.
  await rm(join(profile, "DevToolsActivePort"), { force: true });
  const preferences = join(profile, "Default", "Preferences");
  const known = await readFile(preferences, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (known !== undefined) return;
  await mkdir(join(profile, "Default"), { recursive: true });
  await writeFile(preferences, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}

function debuggingEndpoint(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-4000);
      const endpoint = /DevTools listening on (ws:\S+)/.exec(words)?.[1];
      if (endpoint) resolve(endpoint);
    });
    child.once("error", (cause) => reject(new Error(`${child.spawnfile} could not be started`, { cause })));
    child.once("exit", (code) => reject(new Error(`Chromium ended with ${code} before it was ready:\n${words}`)));
  });
}

function signalGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  } catch (error) {
    // Already gone is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
