import { onPath, runCommand } from "./command";

/** Where short lines about the progress go. */
export type Report = (line: string) => void;

/**
 * Installs packages with apt-get, as root or through sudo when that asks for no password.
 *
 * @returns undefined when they are installed, otherwise why not, in a few words.
 */
export async function installDebianPackages(packages: readonly string[], report: Report): Promise<string | undefined> {
  const apt = await onPath("apt-get");
  if (!apt) return "this system has no apt-get";
  const prefix = await rootPrefix();
  if (!prefix) return "apt-get needs root, and sudo asks for a password";
  const [program = apt, ...before] = [...prefix, apt];
  const env = { DEBIAN_FRONTEND: "noninteractive" };

  report(`Installing ${packages.join(", ")} with apt-get …`);
  // Images are shipped without package lists; stale lists lead to downloads that no longer exist.
  const update = await runCommand(program, [...before, "update"], { timeout: 180_000, env });
  if (update.code !== 0) report(`apt-get update failed, going on with the lists there are: ${lastLine(update.output)}`);
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  const result = await runCommand(program, [...before, ...install], { timeout: 900_000, env });
  return result.code === 0 ? undefined : `apt-get could not install them: ${lastLine(result.output)}`;
}

/** What to put before a command to run it as root; undefined when there is no way without a password. */
async function rootPrefix(): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  const sudo = await onPath("sudo");
  if (!sudo) return undefined;
  const { code } = await runCommand(sudo, ["-n", "true"], { timeout: 10_000 });
  return code === 0 ? [sudo, "-n", "-E"] : undefined;
}

function lastLine(output: string): string {
  return output.trim().split("\n").at(-1) ?? "";
}
