import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { normaliseServerUrl } from "../../lib/opencode/url";

export type BrowserName = "chromium" | "firefox";

export interface StartOptions {
  help: boolean;
  browser: BrowserName;
  /** One round trip without a window, then the end. */
  headless: boolean;
  /** Absolute path of the folder to work in; absent for the example project. */
  directory?: string;
  /** A server that runs already. */
  server?: { url: string; isLoopback: boolean; username?: string; password?: string };
}

/** What was typed makes no sense; the message is the sentence to show. */
export class UsageError extends Error {}

export const USAGE = `Usage: npm start -- [options]

  --dir PATH         the folder OpenCode works in (default: a small example project of its own)
  --server URL       a server that runs already, instead of starting one; its password is taken
                     from the address or from OPENCODE_SERVER_PASSWORD
  --browser NAME     chromium (default) or firefox
  --headless         no window: send one message, wait for the answer, save a picture, end;
                     so it is also where there is no display
  --help             this text`;

/**
 * Reads the words after `npm start --`.
 *
 * @param cwd What a relative `--dir` is relative to: where the user stands, not this project.
 * @throws UsageError
 */
export function parseOptions(args: readonly string[], cwd: string): StartOptions {
  const values = read(args);
  const browser = values.browser ?? "chromium";
  if (browser !== "chromium" && browser !== "firefox") {
    throw new UsageError(`--browser is chromium or firefox, not “${browser}”.`);
  }
  if (values.dir !== undefined && values.server !== undefined) {
    throw new UsageError("Give --dir or --server, not both: a server that runs already has its folders.");
  }
  return {
    help: values.help ?? false,
    headless: values.headless ?? false,
    browser,
    ...(values.dir === undefined ? {} : { directory: readDirectory(resolve(cwd, values.dir)) }),
    ...(values.server === undefined ? {} : { server: readServer(values.server) }),
  };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        dir: { type: "string" },
        server: { type: "string" },
        browser: { type: "string" },
        headless: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [sentence = ""] = error.message.split(". ");
    throw new UsageError(`${sentence.replaceAll("'", "").replace(/\.$/, "")}.`);
  }
}

function readDirectory(directory: string): string {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`There is no folder ${directory}.`);
  if (!found.isDirectory()) throw new UsageError(`${directory} is not a folder.`);
  return directory;
}

function readServer(address: string): NonNullable<StartOptions["server"]> {
  const meant = normaliseServerUrl(address);
  if (!meant.ok) throw new UsageError(`--server ${address}: ${meant.message}`);
  const { url, isLoopback } = meant;
  const username = meant.username ?? process.env.OPENCODE_SERVER_USERNAME;
  const password = meant.password ?? process.env.OPENCODE_SERVER_PASSWORD;
  return { url, isLoopback, ...(username ? { username } : {}), ...(password ? { password } : {}) };
}
