import { writeFile } from "node:fs/promises";
import path from "node:path";

/** Whether a tool runs at once, after the user agreed, or never. */
export type Rule = "allow" | "ask" | "deny";

export interface ConfigOptions {
  /** Base URL of an OpenAI-compatible model, as `ScriptedModel.url`. */
  modelUrl: string;
  /** Default: `bash` and `edit` ask. Patterns as in OpenCode's configuration: `{ bash: { "git *": "allow" } }`. */
  permission?: Record<string, Rule | Record<string, Rule>>;
  /** What the model is called in pickers. Default: "Scripted". */
  modelName?: string;
  /** How provider and model are called in requests. Default: `SCRIPTED`. */
  ids?: { providerID: string; modelID: string };
  /** Merged over everything else, at the top level. */
  more?: Record<string, unknown>;
}

/** How the scripted model is called in requests: `{ providerID, modelID }`. */
export const SCRIPTED = { providerID: "scripted", modelID: "scripted" } as const;

/** The ids of the demo model: the panel knows its provider and says that nothing real is answering. */
export const DEMO = { providerID: "nexus-demo", modelID: "scripted" } as const;

/**
 * OpenCode's configuration for a workspace whose only model is the given one. Prices are in US dollars for a million
 * tokens, so that sessions have a cost; the second model exists so that there is something to switch to: it reads
 * PDFs and no pictures, the first one pictures and no PDFs.
 */
export function workspaceConfig(options: ConfigOptions): Record<string, unknown> {
  const model = (name: string, input: string[]) => ({
    name,
    reasoning: true,
    tool_call: true,
    attachment: true,
    limit: { context: 200_000, output: 32_000 },
    cost: { input: 1, output: 5, cache_read: 0.1, cache_write: 1.25 },
    modalities: { input, output: ["text"] },
  });
  const name = options.modelName ?? "Scripted";
  const { providerID, modelID } = options.ids ?? SCRIPTED;
  const id = `${providerID}/${modelID}`;
  return {
    $schema: "https://opencode.ai/config.json",
    model: id,
    small_model: id,
    share: "disabled",
    autoupdate: false,
    permission: options.permission ?? { bash: "ask", edit: "ask" },
    enabled_providers: [providerID],
    provider: {
      [providerID]: {
        npm: "@ai-sdk/openai-compatible",
        name,
        options: { baseURL: options.modelUrl, apiKey: "none" },
        models: {
          [modelID]: model(name, ["text", "image"]),
          second: model(`${name} (second)`, ["text", "pdf"]),
        },
      },
    },
    ...options.more,
  };
}

/** Writes `opencode.json` into a workspace, replacing the one that is there. */
export async function writeConfig(directory: string, options: ConfigOptions): Promise<void> {
  await writeFile(path.join(directory, "opencode.json"), `${JSON.stringify(workspaceConfig(options), null, 2)}\n`);
}
