import type { Medium } from "./attachment";
import type { ModelRef } from "./message";

/** Who works: `primary` agents are chosen by the user, `subagent`s by other agents. */
export interface Agent {
  name: string;
  description?: string;
  mode: "primary" | "subagent" | "all";
  hidden: boolean;
  model?: ModelRef;
}

export interface Model {
  id: string;
  providerId: string;
  name: string;
  /** Tokens that fit the context; 0 when the server does not say. */
  contextLimit: number;
  /** What it reads besides text; absent when the server does not say. */
  reads?: Medium[];
  reasoning: boolean;
  /** Whether it calls tools: without, an agent can only talk. */
  tools: boolean;
  /** Efforts and the like, by name. */
  variants: string[];
  /** US dollars a million tokens; absent when it is not known. */
  price?: { input: number; output: number };
}

export interface Provider {
  id: string;
  name: string;
  models: Model[];
}

/** A prompt that is kept under a name and sent by `/name words`: built in, configured, a skill or an MCP server's prompt. */
export interface Command {
  name: string;
  description?: string;
  source: "command" | "mcp" | "skill";
  /** Where the words go: `$ARGUMENTS` for all of them, `$1`, `$2` … for one each, or names of an MCP prompt's. */
  hints: string[];
}

/** What can be chosen in one directory: agents, models and commands come from its configuration. */
export interface Catalog {
  agents: Agent[];
  providers: Provider[];
  commands: Command[];
  /** The agent the server uses when none is named. */
  defaultAgent?: string;
  /** The model the server uses when none is named. */
  defaultModel?: ModelRef;
  /**
   * That is not configured, but what the server takes from its providers unless a model was used in its terminal, which nobody
   * is told. So prompts name it.
   */
  isDefaultAssumed?: true;
}

/** Whether both are the same model, whatever its effort. */
export function isSameModel(a: ModelRef | undefined, b: ModelRef | undefined): boolean {
  return a?.providerId === b?.providerId && a?.modelId === b?.modelId;
}

export function findModel(catalog: Catalog, ref: ModelRef | undefined): Model | undefined {
  if (!ref) return undefined;
  return catalog.providers.find((p) => p.id === ref.providerId)?.models.find((m) => m.id === ref.modelId);
}
