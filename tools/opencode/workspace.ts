import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

export interface Workspace {
  /** A home of its own for `startServer`, without any configuration of OpenCode's. */
  home: string;
  /** A git repository with one commit: OpenCode's project. */
  directory: string;
  /** Another one, for what needs two projects. */
  second: string;
  /** Deletes all of it. Stop the server first. */
  remove: () => Promise<void>;
}

/** A small program that has something to ask about. */
export const TIDES: Record<string, string> = {
  "README.md": "# Tides\n\nPredicts high and low water from a table of harmonics.\n",
  "src/tides.ts":
    "export function height(hours: number): number {\n  return 2.1 * Math.cos((2 * Math.PI * hours) / 12.42);\n}\n",
  "src/main.ts": 'import { height } from "./tides";\n\nconsole.log(height(3).toFixed(2));\n',
};

/** Makes a home and two workspaces in a new folder below `parent` (default: the system's temporary folder). */
export async function isolatedWorkspace(parent = tmpdir()): Promise<Workspace> {
  const root = await realpath(await mkdtemp(path.join(parent, "opencode-nexus-")));
  return buildWorkspace(root);
}

/** As `isolatedWorkspace`, but in the given folder, which is emptied first. */
export async function buildWorkspace(root: string): Promise<Workspace> {
  await rm(root, { recursive: true, force: true });
  const workspace = {
    home: path.join(root, "home"),
    directory: path.join(root, "tides"),
    second: path.join(root, "harbour"),
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
  await makeHome(workspace.home);
  await makeRepository(workspace.directory, TIDES);
  await makeRepository(workspace.second, { "README.md": "# Harbour\n\nBerths and who lies in them.\n" });
  return workspace;
}

/**
 * A home whose OpenCode counts its plugin library as installed. Otherwise every new home gets it from the registry, for
 * custom tools that nobody has here: 5,300 files, 60 MB and more than ten seconds of processor time [measured on 1.18.33].
 */
async function makeHome(home: string): Promise<void> {
  const config = path.join(home, ".config", "opencode");
  await mkdir(path.join(config, "node_modules"), { recursive: true });
  const lock = { packages: { "": { dependencies: { "@opencode-ai/plugin": "*" } } } };
  await writeFile(path.join(config, "package-lock.json"), JSON.stringify(lock));
}

/** Writes files by their paths in a folder, with the folders they are in. */
export async function writeFiles(directory: string, files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(directory, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** Writes the files, then makes a git repository of them with one commit. */
export async function makeRepository(directory: string, files: Record<string, string>): Promise<void> {
  await writeFiles(directory, files);
  // OpenCode names a project by its first commit: fixed dates and author keep that name the same everywhere.
  const author = { NAME: "Nexus", EMAIL: "nexus@example.com", DATE: "2026-01-01T00:00:00Z" };
  const env = Object.fromEntries(
    ["AUTHOR", "COMMITTER"].flatMap((role) =>
      Object.entries(author).map(([field, value]) => [`GIT_${role}_${field}`, value]),
    ),
  );
  const git = (...args: string[]) =>
    promisify(execFile)("git", args, { cwd: directory, env: { ...process.env, ...env, GIT_CONFIG_NOSYSTEM: "1" } });
  await git("init", "--quiet", "--initial-branch=main");
  await git("add", "--all");
  await git("-c", "commit.gpgsign=false", "commit", "--quiet", "--message", `Start ${path.basename(directory)}`);
}
