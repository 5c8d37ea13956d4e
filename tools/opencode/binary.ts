import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";

export interface Binary {
  path: string;
  /** As printed by `opencode --version`. */
  version: string;
}

const require = createRequire(import.meta.url);
/** Path and version, a line each, for the processes that this one starts: asking costs a second of a processor. */
const FOUND = "NEXUS_OPENCODE";

/** Finds the program once for all processes that are started from here. */
export async function rememberBinary(): Promise<void> {
  const { path, version } = await findBinary();
  process.env[FOUND] = `${path}\n${version}`;
}

/**
 * Finds the native `opencode` that npm installed. `opencode-ai` puts a launcher in `.bin` only when its postinstall
 * ran; the platform packages that come with it hold the program itself, so this works with `--ignore-scripts` too.
 */
export async function findBinary(): Promise<Binary> {
  const [found, version] = process.env[FOUND]?.split("\n") ?? [];
  if (found && version) return { path: found, version };
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `opencode-${platform}-${process.arch}`;
  const file = platform === "windows" ? "opencode.exe" : "opencode";
  const candidates = [
    locate("opencode-ai", "opencode.exe"),
    ...["", "-baseline", "-musl", "-baseline-musl"].map((variant) => locate(`${name}${variant}`, file)),
  ];
  const failures: string[] = [];
  for (const candidate of candidates) {
    if (!candidate) continue;
    try {
      // A build for another C library, or for a newer processor, is only told apart by running it.
      const { stdout } = await promisify(execFile)(candidate, ["--version"], { timeout: 20_000 });
      return { path: candidate, version: stdout.trim() };
    } catch (error) {
      failures.push(`${candidate}: ${String(error)}`);
    }
  }
  throw new Error(`No OpenCode program for ${platform} ${process.arch} is installed\n${failures.join("\n")}`);
}

function locate(packageName: string, file: string): string | undefined {
  try {
    return path.join(path.dirname(require.resolve(`${packageName}/package.json`)), "bin", file);
  } catch {
    // Only the packages for this platform are installed.
    return undefined;
  }
}
