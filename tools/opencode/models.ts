import * as v from "valibot";
import { withLimit } from "./limit";

const Providers = v.object({
  providers: v.array(
    v.object({
      source: v.optional(v.string()),
      models: v.record(v.string(), v.object({ api: v.optional(v.object({ url: v.optional(v.string()) })) })),
    }),
  ),
});

/** Milliseconds the server may take: its first answer about a directory loads the directory. */
const LIST_LIMIT = 30_000;
/** Milliseconds a provider may take to answer anything at all. */
const REACH_LIMIT = 4_000;

/**
 * Whether a running server offers a model that can answer. `GET /config/providers` lists the providers the user set up,
 * and besides, as source `custom`, those that OpenCode offers to everybody, even without the internet: these count only
 * when their address can be reached.
 */
export async function hasUsableModel(
  url: string,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<boolean> {
  const { providers } = await withLimit(LIST_LIMIT, signal, async (limited) => {
    const response = await fetch(`${url}/config/providers`, { headers, signal: limited });
    if (!response.ok) throw new Error(`GET /config/providers: ${response.status}`);
    return v.parse(Providers, await response.json());
  });
  for (const { source, models } of providers) {
    const [model] = Object.values(models);
    if (model && (source !== "custom" || (await answers(model.api?.url, signal)))) return true;
  }
  return false;
}

/** Any answer counts, also one that refuses. */
async function answers(address: string | undefined, signal: AbortSignal | undefined): Promise<boolean> {
  if (!address) return true;
  try {
    await withLimit(REACH_LIMIT, signal, (limited) => fetch(address, { method: "HEAD", signal: limited }));
    return true;
  } catch {
    // No network, or none to there: what is asked for here.
    return false;
  }
}
