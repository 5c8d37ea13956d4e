import { type Script, type ScriptedModel, startScriptedModel } from "../../tools/model/server";
import { type ConfigOptions, writeConfig } from "../../tools/opencode/config";
import { type OpenCodeServer, type ServerOptions, startServer } from "../../tools/opencode/server";
import { isolatedWorkspace, type Workspace } from "../../tools/opencode/workspace";

/** A real OpenCode server with a scripted model, in a workspace and home of its own. */
export interface Stage {
  model: ScriptedModel;
  workspace: Workspace;
  server: OpenCodeServer;
  /** What the server stores of a session: the texts of its messages in order, joined from their parts. */
  storedTexts(sessionId: string): Promise<{ id: string; role: string; text: string }[]>;
  /** JSON of a route of the server, e.g. `/session`. */
  get(path: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface StageOptions {
  script: Script;
  config?: Partial<ConfigOptions>;
  server?: Partial<ServerOptions>;
}

export async function createStage({ script, config, server: options }: StageOptions): Promise<Stage> {
  const model = await startScriptedModel({ script });
  const workspace = await isolatedWorkspace();
  await writeConfig(workspace.directory, { modelUrl: model.url, ...config });
  const server = await startServer({ directory: workspace.directory, home: workspace.home, ...options });

  async function get(path: string): Promise<unknown> {
    const headers: Record<string, string> = {};
    if (options?.password) {
      headers.authorization = `Basic ${btoa(`${options.username ?? "opencode"}:${options.password}`)}`;
    }
    const response = await fetch(`${server.url}${path}`, { headers, signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
    return response.json();
  }

  return {
    model,
    workspace,
    server,
    get,
    async storedTexts(sessionId) {
      const messages = (await get(`/session/${sessionId}/message`)) as {
        info: { id: string; role: string };
        parts: { type: string; text?: string }[];
      }[];
      return messages.map(({ info, parts }) => ({
        id: info.id,
        role: info.role,
        text: parts.flatMap((part) => (part.type === "text" ? [part.text ?? ""] : [])).join(""),
      }));
    },
    async close() {
      await server.stop();
      await model.close();
      await workspace.remove();
    },
  };
}
