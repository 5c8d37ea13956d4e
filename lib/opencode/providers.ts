import type { CustomEndpoint, EndpointChange, ProviderInfo, SignIn } from "../model";

/** Answers to an auth method's prompts, by their keys. */
export type AuthInputs = Record<string, string>;

/** What a server knows of model providers: part of `OpenCodeClient`. `directory` absent: that of the server. */
export interface ProviderRoutes {
  /** All it knows, connected or not. */
  providers(directory: string | undefined, signal?: AbortSignal): Promise<ProviderInfo[]>;
  /** Stores a key at the server, which does not use it before `reload`. */
  setProviderKey(providerId: string, key: string, inputs: AuthInputs, signal?: AbortSignal): Promise<void>;
  /** @param method index among the provider's methods */
  beginSignIn(
    directory: string | undefined,
    providerId: string,
    method: number,
    inputs: AuthInputs,
    signal?: AbortSignal,
  ): Promise<SignIn>;
  /** Resolves when the server has what it needs, which without a code is when the user is done; used only after `reload`. */
  finishSignIn(
    directory: string | undefined,
    providerId: string,
    method: number,
    code: string | undefined,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Takes away key or sign-in, from use after `reload`. */
  forgetProvider(providerId: string, signal?: AbortSignal): Promise<void>;
  /** Writes an endpoint into the server's own configuration. Stops everything that runs there, as `reload` does. */
  addEndpoint(endpoint: CustomEndpoint, signal?: AbortSignal): Promise<void>;
  /**
   * Changes an endpoint there. Stops everything that runs there, unless only a key is changed that is used after `reload`.
   * `rejected-input`: there is none, or it would be left without a model.
   */
  changeEndpoint(change: EndpointChange, signal?: AbortSignal): Promise<void>;
  /** Takes a provider of the server's own configuration out of use. Stops everything that runs there. */
  disableProvider(providerId: string, signal?: AbortSignal): Promise<void>;
  /** Has the server read its credentials again. Stops everything that runs there [measured on 1.18.33]. */
  reload(signal?: AbortSignal): Promise<void>;
}
