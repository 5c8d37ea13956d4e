import { type Agent, type Catalog, findModel, isSameModel, type ModelRef } from "../../lib/model";
import type { PickerOption } from "./pickers/options";

/** Id of the picker's entry for the server's default. */
export const DEFAULT = "default";

/** What is chosen: for a session what the draft says, else what it was used with last; `undefined`: the default. */
export function effective<T>(drafted: T | undefined, last: T | undefined): T | undefined {
  return drafted ?? last;
}

/** Who answers. Absent: the server's default. */
export interface Choice {
  agent?: string;
  model?: ModelRef;
}

/**
 * What a choice comes to: an agent or model that the catalog no longer lists gives way to the default. That is named where it
 * can be, because without a name the server goes on with what the session used last. `lost`: what gave way, in words.
 */
export function inForce(
  catalog: Catalog | undefined,
  agent: string | undefined,
  model: ModelRef | undefined,
): Choice & { lost: string[] } {
  const choice: Choice & { lost: string[] } = { lost: [] };
  const isAgentLost = isAgentGone(catalog, agent);
  if (isAgentLost && agent !== undefined) choice.lost.push(`Agent “${capitalised(agent)}”`);
  const usedAgent = isAgentLost ? defaultAgentName(catalog) : agent;
  if (usedAgent !== undefined) choice.agent = usedAgent;
  const isModelLost = isModelGone(catalog, model);
  if (isModelLost && model) choice.lost.push(`Model “${model.modelId}”`);
  const fallback = defaultModelOf(catalog, usedAgent);
  const usedModel = isModelLost ? (isModelGone(catalog, fallback) ? undefined : fallback) : model;
  if (usedModel) choice.model = usedModel;
  return choice;
}

function isAgentGone(catalog: Catalog | undefined, name: string | undefined): boolean {
  return name !== undefined && catalog !== undefined && !catalog.agents.some((agent) => agent.name === name);
}

function isModelGone(catalog: Catalog | undefined, ref: ModelRef | undefined): boolean {
  return ref !== undefined && catalog !== undefined && !findModel(catalog, ref);
}

/** A session's model without the server's name for "no variant". */
export function withoutDefaultVariant(model: ModelRef | undefined): ModelRef | undefined {
  if (model?.variant !== "default") return model;
  return { providerId: model.providerId, modelId: model.modelId };
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Agents that a user talks to. */
export function choosableAgents(catalog: Catalog | undefined): Agent[] {
  return catalog?.agents.filter((agent) => agent.mode !== "subagent" && !agent.hidden) ?? [];
}

/** The agent used when none is named. */
export function defaultAgentName(catalog: Catalog | undefined): string | undefined {
  return catalog?.defaultAgent ?? choosableAgents(catalog)[0]?.name;
}

/** The model used when none is named: the agent's own, else the configured one. */
export function defaultModelOf(catalog: Catalog | undefined, agent: string | undefined): ModelRef | undefined {
  const name = agent ?? defaultAgentName(catalog);
  return catalog?.agents.find((held) => held.name === name)?.model ?? catalog?.defaultModel;
}

/** The model that a prompt names although none was chosen, so that the one on show is the one that answers. */
export function assumedModelOf(catalog: Catalog | undefined, agent: string | undefined): ModelRef | undefined {
  const model = defaultModelOf(catalog, agent);
  return catalog?.isDefaultAssumed && isSameModel(model, catalog.defaultModel) ? model : undefined;
}

export function agentLabel(name: string | undefined): string {
  return name === undefined ? "Default" : capitalised(name);
}

export function modelLabel(catalog: Catalog | undefined, ref: ModelRef | undefined): string {
  if (!ref) return "Default";
  return (catalog && findModel(catalog, ref)?.name) ?? ref.modelId;
}

export function agentOptions(catalog: Catalog | undefined): PickerOption[] {
  const name = defaultAgentName(catalog);
  const others = choosableAgents(catalog).map((agent): PickerOption => {
    const option = { id: agent.name, label: capitalised(agent.name) };
    return agent.description ? { ...option, note: agent.description } : option;
  });
  return name === undefined ? others : [{ id: DEFAULT, label: `Default (${capitalised(name)})` }, ...others];
}

/** Efforts of a model; empty when it has none. */
export function effortOptions(catalog: Catalog | undefined, ref: ModelRef | undefined): PickerOption[] {
  const variants = (catalog && findModel(catalog, ref)?.variants) ?? [];
  if (variants.length === 0) return [];
  return [{ id: DEFAULT, label: "Default" }, ...variants.map((name) => ({ id: name, label: capitalised(name) }))];
}

/** Provider id of the scripted model that stands in where the user has none. */
const DEMO_PROVIDER = "nexus-demo";

export function isDemo(ref: ModelRef | undefined): boolean {
  return ref?.providerId === DEMO_PROVIDER;
}
