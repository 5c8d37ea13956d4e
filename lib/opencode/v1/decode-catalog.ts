import * as v from "valibot";
import { type Catalog, FaultError, type Medium, type Model, type ModelRef, type Provider } from "../../model";
import { compact } from "../compact";
import { check, decodeAll, decodeModelRef } from "./decode";
import * as Wire from "./schema";

/**
 * From `/agent`, `/config/providers`, `/config` and `/command`. Their answers hold API keys, and commands whole prompts: nothing
 * else of them is kept.
 */
export function decodeCatalog(
  agents: unknown,
  providers: unknown,
  config: unknown,
  commands: unknown,
  onSkipped: (kind: string) => void,
): Catalog {
  const wire = check(Wire.Providers, providers);
  if (!wire) throw new FaultError({ kind: "server-fault", detail: "the list of models is not as expected" });
  const settings = check(Wire.Config, config);
  const decoded = wire.providers.map((provider): Provider => {
    const own = check(Wire.PricedProvider, settings?.provider[provider.id])?.models;
    const models = decodeAll(
      Object.values(provider.models),
      (raw) => decodeModel(provider.id, raw, own),
      () => onSkipped("model"),
    );
    return { id: provider.id, name: provider.name || provider.id, models };
  });
  const configured = settings?.model ? parseModel(settings.model) : undefined;
  const assumed = configured ? undefined : firstModel(decoded, wire.default, Object.keys(settings?.provider ?? {}));
  return compact({
    agents: decodeAll(agents, decodeAgent, () => onSkipped("agent")),
    providers: decoded,
    commands: decodeAll(commands, decodeCommand, () => onSkipped("command")),
    defaultAgent: settings?.default_agent ?? undefined,
    defaultModel: configured ?? assumed,
    isDefaultAssumed: assumed && (true as const),
  });
}

/**
 * What a server without a configured model takes: the default of its first provider, of those that are configured if any are
 * [read in 1.18.33, and measured there]. Before that comes what its terminal was used with last, of which no route tells.
 */
function firstModel(
  providers: readonly Provider[],
  defaults: Record<string, string>,
  configured: readonly string[],
): ModelRef | undefined {
  const first = providers.find(({ id }) => configured.length === 0 || configured.includes(id));
  const model = first?.models.find(({ id }) => id === defaults[first.id]);
  return model && { providerId: model.providerId, modelId: model.id };
}

/** `provider/model`; the model's own name may have slashes. */
function parseModel(text: string): ModelRef | undefined {
  const slash = text.indexOf("/");
  return slash > 0 ? { providerId: text.slice(0, slash), modelId: text.slice(slash + 1) } : undefined;
}

function decodeAgent(raw: unknown) {
  const wire = check(Wire.Agent, raw);
  if (!wire) return undefined;
  const model = wire.model ? decodeModelRef(wire.model) : undefined;
  return compact({ ...wire, description: wire.description ?? undefined, model });
}

function decodeCommand(raw: unknown) {
  const wire = check(Wire.Command, raw);
  return wire && compact({ ...wire, description: wire.description ?? undefined });
}

/** A path from `/find/file`; the project's own folder, which it calls "/", is none to choose. */
export function decodePath(raw: unknown): string | undefined {
  const path = check(v.string(), raw);
  return path === undefined || /^[\\/]?$/.test(path) ? undefined : path.replaceAll("\\", "/");
}

const MEDIA = ["image", "pdf"] as const satisfies Medium[];

function decodeModel(providerId: string, raw: unknown, configured: Record<string, unknown> = {}): Model | undefined {
  const wire = check(Wire.Model, raw);
  if (!wire) return undefined;
  const price = wire.cost ?? undefined;
  const isKnown = price && (!isNothing(price) || isFreeOf(providerId, wire.id, configured[wire.id]));
  return compact({
    id: wire.id,
    providerId,
    name: wire.name || wire.id,
    contextLimit: wire.limit.context,
    reads: wire.capabilities.input ? MEDIA.filter((medium) => wire.capabilities.input?.[medium]) : undefined,
    reasoning: wire.capabilities.reasoning,
    tools: wire.capabilities.toolcall,
    variants: Object.keys(wire.variants),
    price: isKnown ? price : undefined,
  });
}

type Price = NonNullable<Model["price"]>;

const isNothing = ({ input, output }: Price): boolean => input === 0 && output === 0;

/** OpenCode's own provider, whose prices it publishes. */
const OPENCODE = "opencode";

/**
 * A server says 0 also for prices that it does not know, and for what a subscription pays [read in 1.18.33]. It is a price of
 * OpenCode's own models, of those that are called free as OpenRouter's are, and where the configuration says so.
 */
function isFreeOf(providerId: string, modelId: string, configured: unknown): boolean {
  if (providerId === OPENCODE || modelId.endsWith(":free")) return true;
  const price = check(Wire.PricedModel, configured)?.cost;
  return price !== undefined && isNothing(price);
}
