import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type Script, type ScriptedModel, startScriptedModel } from "../../tools/model/server";
import { type ConfigOptions, writeConfig } from "../../tools/opencode/config";
import { type OpenCodeServer, type ServerOptions, startServer } from "../../tools/opencode/server";
import { isolatedWorkspace, type Workspace } from "../../tools/opencode/workspace";
import { until } from "../support/until";

/** A message as the server stores it: its text is joined from its parts. */
export interface StoredMessage {
  id: string;
  role: string;
  text: string;
}

interface WireMessage {
  info: { id: string; role: string; time: { completed?: number } };
  parts: { type: string; text?: string }[];
}

const toStored = ({ info, parts }: WireMessage): StoredMessage => ({
  id: info.id,
  role: info.role,
  text: parts.flatMap((part) => (part.type === "text" ? [part.text ?? ""] : [])).join(""),
});

/** A real OpenCode server with a scripted model, in a workspace and home of its own. */
export interface Stage {
  model: ScriptedModel;
  workspace: Workspace;
  server: OpenCodeServer;
  /** What the server stores of a session, in order. */
  storedTexts(sessionId: string): Promise<StoredMessage[]>;
  /** The same once its last message is answered and nothing runs there any more. */
  finalTexts(sessionId: string): Promise<StoredMessage[]>;
  /** JSON of a route of the server, e.g. `/session`. */
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  /** Makes a session behind the extension's back and returns its id. */
  createSession(): Promise<string>;
  /** A session behind the extension's back, with one question and its answer; returns its id. */
  addSession(question: string): Promise<string>;
  /** Sends a prompt behind the extension's back. */
  prompt(sessionId: string, text: string): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  script: Script;
  config?: Partial<ConfigOptions>;
  server?: Partial<ServerOptions>;
}

/**
 * What no test looks at and costs every server seconds: half of its processor time from start to second answer (10.9 s
 * with it, 5.9 s without).
 */
const WITHOUT = { snapshot: false, lsp: false, formatter: false };
const NO_KNOWN_MODELS = "{}";

export async function createStage({ script, config, server: options }: StageOptions): Promise<Stage> {
  const model = await startScriptedModel({ script });
  const workspace = await isolatedWorkspace();
  const models = path.join(workspace.home, "models.json");
  await writeFile(models, NO_KNOWN_MODELS);
  await writeConfig(workspace.directory, { modelUrl: model.url, ...config, more: { ...WITHOUT, ...config?.more } });
  const server = await startServer({
    directory: workspace.directory,
    home: workspace.home,
    ...options,
    env: { OPENCODE_MODELS_PATH: models, ...options?.env },
  });

  async function call(path: string, init: RequestInit = {}): Promise<unknown> {
    const headers = { ...server.headers, "content-type": "application/json" };
    const response = await fetch(`${server.url}${path}`, { ...init, headers, signal: AbortSignal.timeout(30_000) });
    if (!response.ok) throw new Error(`${init.method ?? "GET"} ${path}: ${response.status}`);
    const body = await response.text();
    return body === "" ? undefined : JSON.parse(body);
  }
  const get = (path: string) => call(path);
  const post = (path: string, body: unknown) => call(path, { method: "POST", body: JSON.stringify(body) });

  const messagesOf = async (sessionId: string) => (await get(`/session/${sessionId}/message`)) as WireMessage[];

  async function isOver(sessionId: string): Promise<boolean> {
    // A prompt is taken some moments before its session counts as busy: the answer has to be there as well.
    const last = (await messagesOf(sessionId)).at(-1);
    const isAnswered = last?.info.role === "assistant" && last.info.time.completed !== undefined;
    return isAnswered && !(sessionId in ((await get("/session/status")) as object));
  }

  async function finalTexts(sessionId: string): Promise<StoredMessage[]> {
    await until(() => isOver(sessionId), `The end of the answer in ${sessionId}`, { timeout: 45_000 });
    return (await messagesOf(sessionId)).map(toStored);
  }

  const createSession = async () => ((await post("/session", {})) as { id: string }).id;

  async function prompt(sessionId: string, words: string): Promise<void> {
    await post(`/session/${sessionId}/prompt_async`, { parts: [{ type: "text", text: words }] });
  }

  return {
    model,
    workspace,
    server,
    get,
    post,
    storedTexts: async (sessionId) => (await messagesOf(sessionId)).map(toStored),
    finalTexts,
    createSession,
    prompt,
    async addSession(question) {
      const id = await createSession();
      await prompt(id, question);
      await finalTexts(id);
      return id;
    },
    async close() {
      await server.stop();
      await model.close();
      await workspace.remove();
    },
  };
}
