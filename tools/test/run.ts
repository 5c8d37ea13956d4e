import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";

/** Every process of this run carries it in its environment, grandchildren that left their group included. */
const MARK = `NEXUS_TEST_RUN=${process.pid}-${Date.now()}`;
const [NAME = "", VALUE = ""] = MARK.split("=");

/** A script of package.json, by the npm that runs this one. */
export function npmRun(script: string): string[] {
  const npm = process.env.npm_execpath;
  return npm?.endsWith("js") ? [process.execPath, npm, "run", script] : ["npm", "run", script];
}

/**
 * Runs a program to its end, or ends it and everything it started after `limit` milliseconds. Its output is on show, or goes
 * to `hold` as it comes.
 *
 * @returns its exit code; undefined when it was ended or could not be started.
 */
export function run(
  [program = "", ...args]: readonly string[],
  limit: number,
  hold?: (output: string) => void,
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const output = hold ? "pipe" : "inherit";
    const child = spawn(program, args, {
      env: { ...withoutScreen(), ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }), [NAME]: VALUE },
      stdio: ["ignore", output, output],
      detached: process.platform !== "win32",
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", hold ?? (() => undefined));
    const timer = setTimeout(() => {
      const words = `Ended after ${Math.round(limit / 1000)} s: it took too long.`;
      if (hold) hold(`${words}\n`);
      else console.error(words);
      endGroup(child);
    }, limit);
    // Not "close": a grandchild that holds the output open must not hold up the run.
    child.once("exit", (code) => {
      clearTimeout(timer);
      resolve(code ?? undefined);
    });
    child.once("error", (error) => {
      clearTimeout(timer);
      console.error(error.message);
      resolve(undefined);
    });
  });
}

/** Tests that need a window bring their own virtual screen, so that they neither disturb a desktop nor depend on it. */
function withoutScreen(): NodeJS.ProcessEnv {
  if (process.platform !== "linux") return process.env;
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  return env;
}

function endGroup(child: ChildProcess): void {
  if (child.pid !== undefined) kill(process.platform === "win32" ? child.pid : -child.pid);
}

/** Ends what the run has left behind (Linux only, where one process can see another's environment). */
export async function endStrays(): Promise<void> {
  if (process.platform !== "linux") return;
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    // Gone in the meantime, or another user's: not ours in either case.
    const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
    if (Number(pid) !== process.pid && environment.split("\0").includes(MARK)) kill(Number(pid));
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // Already gone is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
