/** What an auth method wants to know before it begins. */
export type AuthPrompt = {
  key: string;
  message: string;
  /** Asked only if the answer to another prompt is this value, or is not. */
  when?: { key: string; is: boolean; value: string };
} & ({ type: "text"; placeholder?: string } | { type: "select"; options: AuthOption[] });

export interface AuthOption {
  label: string;
  value: string;
  hint?: string;
}

/** A way to connect a provider: by a key, or by signing in on a page of the provider's. */
export interface AuthMethod {
  type: "key" | "sign-in";
  label: string;
  prompts: AuthPrompt[];
  /** Its place among the provider's methods, by which the server knows it; absent: the key that every provider takes. */
  index?: number;
}

/**
 * Where a provider's credentials come from: an environment variable of the server's, its configuration, a key or a sign-in
 * that it stores, or nowhere yet.
 */
export type ProviderSource = "environment" | "configuration" | "stored";

/** A provider as the server offers it: no secrets. */
export interface ProviderInfo {
  id: string;
  name: string;
  connected: boolean;
  source: ProviderSource;
  /** Environment variables that the server would take a key from. */
  variables: string[];
  modelCount: number;
  methods: AuthMethod[];
  /** It is in the server's own configuration, and not in a project's: it can be taken out of use. */
  isOwn: boolean;
  /** It is an endpoint of that configuration, and can be changed. */
  endpoint?: HeldEndpoint;
}

/** What a server's own configuration has of an endpoint that speaks OpenAI's protocol; its key is not handed out. */
export interface HeldEndpoint {
  baseUrl: string;
  /** Those on offer, by the endpoint's names for them. */
  models: string[];
  /** In the configuration, or stored beside it. */
  hasKey: boolean;
}

/** A sign-in that has begun: where it goes on. */
export interface SignIn {
  /** An `http` or `https` page of the provider's. */
  url: string;
  instructions: string;
  /** The page gives a code that is to be handed over; else the server hears of the end by itself. */
  wantsCode: boolean;
}

/** An endpoint that speaks OpenAI's protocol, as a provider of its own. */
export interface CustomEndpoint {
  id: string;
  name: string;
  baseUrl: string;
  models: string[];
  /** Absent: it wants none. */
  key?: string;
}

/** What is to be another of an endpoint; what is absent stays as the server has it. */
export interface EndpointChange {
  id: string;
  name?: string;
  baseUrl?: string;
  /** Models to be offered as well. */
  added: string[];
  /** Models that are not to be offered any more. */
  removed: string[];
  /** `null`: it is to have none. */
  key?: string | null;
}
