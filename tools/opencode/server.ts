import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findBinary } from "./binary";
import { authorization, isolatedEnvironment, temporaryEnvironment } from "./environment";
import { withLimit } from "./limit";
import { freePort } from "./port";
import { untilReady } from "./ready";

export interface ServerOptions {
  /** Where the server runs: requests without a directory mean this one. */
  directory: string;
  /** Given: an isolated server whose configuration and database live here. Absent: the user's own OpenCode. */
  home?: string;
  /** Default: a free one. */
  port?: number;
  /** Default: 127.0.0.1. */
  hostname?: string;
  /** Protects the server by HTTP Basic. */
  password?: string;
  /** Default: opencode. */
  username?: string;
  env?: Record<string, string>;
  /** Milliseconds until the server must answer. Default: 60,000: a busy machine needs long. */
  timeout?: number;
}

export interface OpenCodeServer {
  url: string;
  version: string;
  /** To be sent with every request: empty, or the Basic authorization. */
  headers: Record<string, string>;
  /** Ends the server politely and waits until it is gone. */
  stop: () => Promise<void>;
  /** SIGKILL: the server gets no chance to save or say anything. */
  kill: () => Promise<void>;
  /** Starts it again on the same port and home; ends it first when it still runs. */
  restart: () => Promise<void>;
  /** Everything the process has printed, over all restarts. */
  log: () => string;
}

interface Running {
  child: ChildProcess;
  /** Its temporary folder, which goes with it. */
  temporary: string;
}

const POLITE = 3_000;

/**
 * Starts a real `opencode serve`. Rejects, with what it printed, when it exits or does not answer in time. Each run has a
 * temporary folder of its own: it leaves a library of 5 MB there [measured on 1.18.33].
 */
export async function startServer(options: ServerOptions): Promise<OpenCodeServer> {
  const binary = await findBinary();
  const hostname = options.hostname ?? "127.0.0.1";
  const port = options.port ?? (await freePort(hostname));
  const url = `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
  const headers = authorization(options);
  let printed = "";
  let running: Running | undefined;

  async function start(): Promise<string> {
    const temporary = await mkdtemp(path.join(options.home ?? tmpdir(), "opencode-"));
    const started = spawn(binary.path, ["serve", "--port", String(port), "--hostname", hostname], {
      cwd: options.directory,
      env: environmentOf({ ...options, env: { ...temporaryEnvironment(temporary), ...options.env } }),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    running = { child: started, temporary };
    started.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
    started.stderr.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
    const exited = new AbortController();
    started.once("error", (error) => exited.abort(error));
    started.once("exit", (code) => exited.abort(new Error(`It exited with code ${code}`)));
    try {
      return await withLimit(options.timeout ?? 60_000, exited.signal, (signal) => untilReady(url, headers, signal));
    } catch (error) {
      await finish("SIGKILL");
      throw new Error(`opencode serve did not start at ${url}\n${printed}`, { cause: error });
    }
  }

  async function finish(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    if (running) await end(running, signal);
    running = undefined;
  }

  return {
    url,
    version: await start(),
    headers,
    stop: () => finish("SIGTERM"),
    kill: () => finish("SIGKILL"),
    restart: async () => {
      await finish("SIGTERM");
      await start();
    },
    log: () => printed,
  };
}

/** Without a home: the user's environment as it is, their configuration and their models. */
function environmentOf({ home, ...options }: ServerOptions): NodeJS.ProcessEnv {
  if (home !== undefined) return isolatedEnvironment({ ...options, home });
  return {
    ...process.env,
    ...(options.username ? { OPENCODE_SERVER_USERNAME: options.username } : {}),
    ...(options.password ? { OPENCODE_SERVER_PASSWORD: options.password } : {}),
    ...options.env,
  };
}

async function end({ child, temporary }: Running, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  await exit(child, signal);
  await rm(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

async function exit(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exited = once(child, "exit");
  child.kill(signal);
  const impatient = setTimeout(() => child.kill("SIGKILL"), POLITE);
  await exited;
  clearTimeout(impatient);
}
