import * as v from "valibot";
import type { CustomEndpoint, EndpointChange, ProviderInfo, ServerId, SignIn } from "../../model";
import { type CallTable, id, once, repeatable } from "./call";

/** A provider of a server, as it is reached in a directory; `undefined`: in the server's own. */
export interface ProviderRef {
  server: ServerId;
  directory?: string;
  id: string;
}

/**
 * What became of a change: the server uses it, or keeps it until nothing runs there any more, because using it ends what
 * runs.
 */
export type Taken = "used" | "kept";

/** Model providers of servers. Keys and codes go to the server alone: nothing here stores them. */
export interface ProviderCalls {
  listProviders(server: ServerId, directory?: string): Promise<ProviderInfo[]>;
  /** `inputs`: answers to the method's prompts. */
  setProviderKey(provider: ProviderRef, key: string, inputs: Record<string, string>): Promise<Taken>;
  beginSignIn(provider: ProviderRef, method: number, inputs: Record<string, string>): Promise<SignIn>;
  /** With the code that the page gave, or, without one, when the user is done there. Throws `aborted` when cancelled. */
  finishSignIn(provider: ProviderRef, method: number, code?: string): Promise<Taken>;
  cancelSignIn(server: ServerId): Promise<void>;
  /** Ends what runs there. */
  addEndpoint(server: ServerId, endpoint: CustomEndpoint): Promise<Taken>;
  /** Ends what runs there. */
  changeEndpoint(server: ServerId, change: EndpointChange): Promise<Taken>;
  /** Takes away what the server stores of it; one of its own configuration is also taken out of use, which ends what runs. */
  removeProvider(provider: ProviderRef): Promise<Taken>;
  /** Has the server use what it keeps now, which ends what runs there. */
  useProviders(server: ServerId): Promise<void>;
}

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(10_000));
const provider = v.object({ server: id, directory: v.exactOptional(v.string()), id });
const inputs = v.record(v.string(), v.pipe(v.string(), v.maxLength(10_000)));
const method = v.pipe(v.number(), v.integer(), v.minValue(0));
const endpoint = v.object({
  id,
  name: text,
  baseUrl: v.pipe(v.string(), v.url()),
  models: v.pipe(v.array(text), v.nonEmpty()),
  key: v.exactOptional(text),
});
const change = v.object({
  id,
  name: v.exactOptional(text),
  baseUrl: v.exactOptional(v.pipe(v.string(), v.url())),
  added: v.array(text),
  removed: v.array(text),
  key: v.exactOptional(v.nullable(text)),
});

export const PROVIDER_CALLS: CallTable<ProviderCalls> = {
  listProviders: repeatable(v.union([v.tuple([id]), v.tuple([id, v.string()])])),
  setProviderKey: once(v.tuple([provider, text, inputs])),
  beginSignIn: once(v.tuple([provider, method, inputs])),
  finishSignIn: once(v.union([v.tuple([provider, method]), v.tuple([provider, method, text])])),
  cancelSignIn: repeatable(v.tuple([id])),
  addEndpoint: once(v.tuple([id, endpoint])),
  changeEndpoint: once(v.tuple([id, change])),
  removeProvider: once(v.tuple([provider])),
  useProviders: once(v.tuple([id])),
};
