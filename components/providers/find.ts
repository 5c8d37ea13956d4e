import type { ProviderInfo } from "../../lib/model";

/** Those that most people have an account with come first. */
const KNOWN = ["anthropic", "openai", "github-copilot", "google", "openrouter", "opencode"];

const rank = ({ id }: ProviderInfo): number => (KNOWN.includes(id) ? KNOWN.indexOf(id) : KNOWN.length);

export interface FoundProviders {
  connected: ProviderInfo[];
  others: ProviderInfo[];
}

/** Providers that have every word of the query in their name or id, connected ones apart. */
export function foundProviders(providers: readonly ProviderInfo[], query: string): FoundProviders {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = providers
    .filter(({ name, id }) => words.every((word) => `${name} ${id}`.toLowerCase().includes(word)))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  return { connected: found.filter((one) => one.connected), others: found.filter((one) => !one.connected) };
}
