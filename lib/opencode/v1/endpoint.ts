import { type EndpointChange, FaultError, type HeldEndpoint } from "../../model";
import { check } from "./decode";
import { OwnConfig, OwnEndpoint } from "./schema-provider";

/** What the server's own configuration has under an id; `undefined`: no endpoint, or one of a shape that is not known. */
export function ownEndpoint(config: unknown, id: string): OwnEndpoint | undefined {
  const providers = check(OwnConfig, config)?.provider ?? {};
  return Object.hasOwn(providers, id) ? check(OwnEndpoint, providers[id]) : undefined;
}

/** Without its key. */
export function heldEndpoint(own: OwnEndpoint, isKeyStored: boolean): HeldEndpoint {
  return {
    baseUrl: own.options.baseURL,
    models: offeredBy(own),
    hasKey: isKeyStored || Boolean(own.options.apiKey),
  };
}

function offeredBy({ models, whitelist, blacklist }: OwnEndpoint): string[] {
  return Object.keys(models).filter((id) => (whitelist?.includes(id) ?? true) && !blacklist?.includes(id));
}

/**
 * What is to be sent so that name and models of an endpoint change: the server merges it into its configuration, where lists are replaced and
 * nothing can be taken out of an object [measured on 1.18.33]. So a model that goes is put on the list of those that are not
 * offered, and nothing that stays is sent: what the server hands out has its variables filled in.
 *
 * @throws FaultError `rejected-input` when it would be left without a model
 */
export function endpointPatch(
  own: OwnEndpoint,
  change: Omit<EndpointChange, "id" | "key" | "baseUrl">,
): Record<string, unknown> {
  const { added, removed } = change;
  const left = new Set([...offeredBy(own), ...added]);
  for (const id of removed) left.delete(id);
  if (left.size === 0) throw new FaultError({ kind: "rejected-input", detail: "It would be left without a model." });
  const created = added.filter((id) => !Object.hasOwn(own.models, id));
  const withoutAdded = (own.blacklist ?? []).filter((id) => !added.includes(id));
  const blacklist = [...new Set([...withoutAdded, ...removed])];
  const whitelist = own.whitelist && [...new Set([...own.whitelist.filter((id) => !removed.includes(id)), ...added])];
  return {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(created.length > 0 ? { models: modelsOf(created) } : {}),
    ...(isSame(blacklist, own.blacklist ?? []) ? {} : { blacklist }),
    ...(whitelist && !isSame(whitelist, own.whitelist ?? []) ? { whitelist } : {}),
  };
}

/** Models as they are configured when nothing but their ids is known. */
export function modelsOf(ids: readonly string[]): Record<string, { name: string }> {
  return Object.fromEntries(ids.map((id) => [id, { name: id }]));
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}
