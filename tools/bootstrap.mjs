/**
 * What `npm start` and `npm test` need before anything of this project can be imported: a recent Node and the packages.
 * Node's own modules only.
 */
import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const OLDEST_NODE = [20, 19];

/** Runs a TypeScript file of this project, after making sure that what it imports is installed. */
export async function run(file) {
  try {
    requireNode();
    if (await isOutdated()) await install();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  // Not a child process: Ctrl+C and the exit code then belong to the program itself.
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(`${root}${file}`).href);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [needed, neededMinor] = OLDEST_NODE;
  if (major > needed || (major === needed && minor >= neededMinor)) return;
  throw new Error(`Node ${OLDEST_NODE.join(".")} or later is needed; this is ${process.versions.node}.`);
}

/** npm writes node_modules/.package-lock.json as the last thing of every installation. */
async function isOutdated() {
  const [wanted, installed] = await Promise.all([
    changedAt(`${root}package-lock.json`),
    changedAt(`${root}node_modules/.package-lock.json`),
  ]);
  return installed === undefined || (wanted !== undefined && wanted > installed);
}

async function changedAt(file) {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function install() {
  console.log("Installing packages (npm ci) …");
  // Also where NODE_ENV is "production": everything here is a tool of development.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const isScript = npm?.endsWith("js");
  const child = isScript
    ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio: "inherit" })
    : spawn(process.platform === "win32" ? "npm.cmd" : "npm", args, {
        cwd: root,
        stdio: "inherit",
        shell: process.platform === "win32",
      });
  return new Promise((resolve, reject) => {
    child.once("error", () => reject(new Error("npm cannot be started. Is it installed?")));
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The packages could not be installed: npm ci ended with ${code}.`));
    });
  });
}
