import * as v from "valibot";

const Providers = v.object({ providers: v.array(v.object({ models: v.record(v.string(), v.unknown()) })) });

/** Whether a running server offers a model that can answer: `GET /config/providers` lists only usable providers. */
export async function hasUsableModel(
  url: string,
  headers: Record<string, string> = {},
  signal: AbortSignal = AbortSignal.timeout(20_000),
): Promise<boolean> {
  const response = await fetch(`${url}/config/providers`, { headers, signal });
  if (!response.ok) throw new Error(`GET /config/providers: ${response.status}`);
  const { providers } = v.parse(Providers, await response.json());
  return providers.some((provider) => Object.keys(provider.models).length > 0);
}
