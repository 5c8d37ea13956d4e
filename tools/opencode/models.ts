import * as v from "valibot";

const Providers = v.object({
  providers: v.array(
    v.object({
      source: v.optional(v.string()),
      models: v.record(v.string(), v.object({ api: v.optional(v.object({ url: v.optional(v.string()) })) })),
    }),
  ),
});

/** How long a provider may take to answer anything at all. */
const REACH_LIMIT = 4_000;

/**
 * Whether a running server offers a model that can answer. `GET /config/providers` lists the providers the user set up,
 * and besides, as source `custom`, those that OpenCode offers to everybody, even without the internet: these count only
 * when their address can be reached.
 */
export async function hasUsableModel(
  url: string,
  headers: Record<string, string> = {},
  signal: AbortSignal = AbortSignal.timeout(30_000),
): Promise<boolean> {
  const response = await fetch(`${url}/config/providers`, { headers, signal });
  if (!response.ok) throw new Error(`GET /config/providers: ${response.status}`);
  const { providers } = v.parse(Providers, await response.json());
  for (const { source, models } of providers) {
    const [model] = Object.values(models);
    if (model && (source !== "custom" || (await answers(model.api?.url, signal)))) return true;
  }
  return false;
}

/** Any answer counts, also one that refuses. */
async function answers(address: string | undefined, signal: AbortSignal): Promise<boolean> {
  if (!address) return true;
  try {
    await fetch(address, { method: "HEAD", signal: AbortSignal.any([signal, AbortSignal.timeout(REACH_LIMIT)]) });
    return true;
  } catch {
    // No network, or none to there: what is asked for here.
    return false;
  }
}
