import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { demoScript } from "../model/demo";
import { startScriptedModel } from "../model/server";
import { DEMO, workspaceConfig } from "../opencode/config";
import { authorization } from "../opencode/environment";
import { withLimit } from "../opencode/limit";
import { hasUsableModel } from "../opencode/models";
import { freePort, isFree } from "../opencode/port";
import { startServer } from "../opencode/server";
import type { StartOptions } from "./options";

/** The server the panel is to be connected to. */
export interface Server {
  url: string;
  version: string;
  isLoopback: boolean;
  username?: string;
  password?: string;
  headers: Record<string, string>;
  /** Where sessions are started; known of a server of our own only. */
  directory?: string;
  /** No real model is there: a script answers. */
  isDemo: boolean;
  stop(): Promise<void>;
}

const HOST = "127.0.0.1";
/** Where the panel looks by itself. */
const DEFAULT_PORT = 4096;
const PROBE_LIMIT = 10_000;

/** Checks that a server runs at that address and speaks OpenCode's language. */
export async function findServer(given: NonNullable<StartOptions["server"]>): Promise<Server> {
  const headers = authorization(given);
  const health = `${given.url}/global/health`;
  const response = await withLimit(PROBE_LIMIT, undefined, (signal) => fetch(health, { headers, signal })).catch(
    (cause: unknown) => {
      throw new Error(`Nothing answers at ${given.url}. Is the server running?`, { cause });
    },
  );
  if (response.status === 401) {
    throw new Error(
      `${given.url} asks for a password: set OPENCODE_SERVER_PASSWORD (and OPENCODE_SERVER_USERNAME, if it is not “opencode”).`,
    );
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok || typeof body !== "object" || body === null || !("version" in body)) {
    throw new Error(`${given.url} answers, but not as an OpenCode server of version 1.`);
  }
  return { ...given, version: String(body.version), headers, isDemo: false, stop: async () => undefined };
}

/**
 * Starts `opencode serve` with the user's own configuration, at the address where the panel looks by itself when that
 * is free. If no model can answer there, it is started again with the demo model and a home of its own, so that nothing of
 * the user's is written to.
 *
 * @param cache A folder to keep the demo's home in.
 */
export async function startOwnServer(
  directory: string,
  cache: string,
  report: (line: string) => void,
): Promise<Server> {
  const username = process.env.OPENCODE_SERVER_USERNAME;
  const password = process.env.OPENCODE_SERVER_PASSWORD;
  const credentials = { ...(username ? { username } : {}), ...(password ? { password } : {}) };
  const port = (await isFree(HOST, DEFAULT_PORT)) ? DEFAULT_PORT : await freePort(HOST);
  const common = { directory, port, hostname: HOST, ...credentials };

  report("Starting opencode serve …");
  const own = await startServer(common);
  const described = { ...credentials, isLoopback: true, directory };
  if (await hasUsableModel(own.url, own.headers)) {
    return { ...described, url: own.url, version: own.version, headers: own.headers, isDemo: false, stop: own.stop };
  }
  await own.stop();

  report("No model is set up in OpenCode: a scripted demo model answers instead.");
  const model = await startScriptedModel({ script: demoScript() });
  const home = join(cache, "demo-home");
  await mkdir(home, { recursive: true });
  const config = workspaceConfig({ modelUrl: model.url, modelName: "Scripted demo", ids: DEMO });
  const env = { OPENCODE_CONFIG_CONTENT: JSON.stringify(config) };
  const demo = await startServer({ ...common, home, env }).catch(async (error: unknown) => {
    await model.close();
    throw error;
  });
  return {
    ...described,
    url: demo.url,
    version: demo.version,
    headers: demo.headers,
    isDemo: true,
    async stop() {
      await demo.stop();
      await model.close();
    },
  };
}
