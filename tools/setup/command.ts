import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

export interface CommandResult {
  /** Exit code; undefined when the program could not be started or was stopped at its time limit. */
  code: number | undefined;
  /** What it printed, errors included. */
  output: string;
}

/** Runs a program to its end. Failure is a result, not an exception: the caller has another way to try. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: { timeout: number; env?: Record<string, string> },
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const settings = {
      timeout: options.timeout,
      killSignal: "SIGKILL" as const,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, ...options.env },
      windowsHide: true,
    };
    execFile(program, [...args], settings, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : undefined;
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}

/** The full path of a program on PATH, undefined when there is none. */
export async function onPath(program: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    if (!folder) continue;
    const path = join(folder, process.platform === "win32" ? `${program}.exe` : program);
    if (await isExecutable(path)) return path;
  }
  return undefined;
}

export async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
