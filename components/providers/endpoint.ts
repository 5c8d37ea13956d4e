import type { CustomEndpoint, EndpointChange, HeldEndpoint, ProviderInfo } from "../../lib/model";

/** An endpoint as it is typed. */
export interface EndpointFields {
  name: string;
  id: string;
  baseUrl: string;
  /** Ids, with commas or spaces between them. */
  models: string;
  key: string;
  /** The key that it has is to go. */
  keyless: boolean;
}

export const NO_ENDPOINT: EndpointFields = { name: "", id: "", baseUrl: "", models: "", key: "", keyless: false };

/** One that the server has, as it would be typed; its key is not known. */
export function fieldsOf(id: string, name: string, { baseUrl, models }: HeldEndpoint): EndpointFields {
  return { name, id, baseUrl, models: models.join(", "), key: "", keyless: false };
}

export type EndpointErrors = { [Name in keyof EndpointFields]?: string };

const LONGEST_NAME = 100;
/** What is asked for below the base URL. */
const ROUTES = ["/chat/completions", "/completions", "/models"];
const ID = /^[a-z0-9][a-z0-9._-]*$/;

/** The id that a name suggests. */
export function idFor(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
}

/**
 * What is wrong with what was typed, a sentence a field; nothing: it can be handed over.
 *
 * @param others providers that are there besides it
 */
export function endpointErrors(fields: EndpointFields, others: readonly ProviderInfo[]): EndpointErrors {
  const { id, name, baseUrl, models } = endpointOf(fields);
  const errors: EndpointErrors = {};
  const wrong = { name: wrongName(name, others), id: wrongId(id, others), baseUrl: wrongAddress(baseUrl) };
  if (wrong.name) errors.name = wrong.name;
  // Without a name there is none that it suggests: that is one mistake, and not two.
  if (wrong.id && !(id === "" && name === "")) errors.id = wrong.id;
  if (wrong.baseUrl) errors.baseUrl = wrong.baseUrl;
  if (models.length === 0) errors.models = "Name one model at least, as the endpoint calls it.";
  return errors;
}

function wrongName(name: string, others: readonly ProviderInfo[]): string | undefined {
  if (name === "") return "Give it a name.";
  if (name.length > LONGEST_NAME) return `Use ${LONGEST_NAME} characters at most.`;
  const isTaken = others.some((one) => one.name.toLowerCase() === name.toLowerCase());
  return isTaken ? `There is a provider called “${name}” already. Choose another name.` : undefined;
}

function wrongId(id: string, others: readonly ProviderInfo[]): string | undefined {
  if (id === "") return "Give it an id.";
  if (!ID.test(id)) return "Use small letters, digits, dots and dashes.";
  const isTaken = others.some((one) => one.id === id);
  return isTaken ? `There is a provider “${id}” already. Choose another id.` : undefined;
}

function wrongAddress(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    return "Enter an address that begins with http:// or https://.";
  }
  const { username, password, pathname } = new URL(address);
  if (username !== "" || password !== "") return "Leave name and password out of the address; a key has its own field.";
  const route = ROUTES.find((one) => pathname.endsWith(one));
  return route && `Leave “${route}” out: OpenCode adds it.`;
}

export function endpointOf(fields: EndpointFields): CustomEndpoint {
  const key = fields.key.trim();
  const endpoint = {
    id: fields.id.trim() || idFor(fields.name),
    name: fields.name.trim(),
    baseUrl: fields.baseUrl.trim().replace(/\/+$/, ""),
    models: [...new Set(fields.models.split(/[\s,]+/).filter(Boolean))],
  };
  return key === "" ? endpoint : { ...endpoint, key };
}

/** What differs between what the server had and what is typed now; `undefined`: nothing. */
export function endpointChange(before: EndpointFields, now: EndpointFields): EndpointChange | undefined {
  const [old, next] = [endpointOf(before), endpointOf(now)];
  const added = next.models.filter((model) => !old.models.includes(model));
  const removed = old.models.filter((model) => !next.models.includes(model));
  const change: EndpointChange = { id: old.id, added, removed };
  if (next.name !== old.name) change.name = next.name;
  if (next.baseUrl !== old.baseUrl) change.baseUrl = next.baseUrl;
  if (now.keyless) change.key = null;
  else if (next.key !== undefined) change.key = next.key;
  const isSame = added.length + removed.length === 0 && Object.keys(change).length === 3;
  return isSame ? undefined : change;
}
