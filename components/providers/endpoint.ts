import type { CustomEndpoint, ProviderInfo } from "../../lib/model";

/** An endpoint as it is typed. */
export interface EndpointFields {
  name: string;
  id: string;
  baseUrl: string;
  /** Ids, with commas or spaces between them. */
  models: string;
  key: string;
}

export const NO_ENDPOINT: EndpointFields = { name: "", id: "", baseUrl: "", models: "", key: "" };

export type EndpointErrors = { [Name in keyof EndpointFields]?: string };

const ID = /^[a-z0-9][a-z0-9._-]*$/;

/** The id that a name suggests. */
export function idFor(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
}

/** What is wrong with what was typed, a sentence a field; nothing: it can be handed over. */
export function endpointErrors(fields: EndpointFields, providers: readonly ProviderInfo[]): EndpointErrors {
  const errors: EndpointErrors = {};
  const { id, baseUrl, models } = endpointOf(fields);
  if (fields.name.trim() === "") errors.name = "Give it a name.";
  if (id === "") errors.id = "Give it an id.";
  else if (!ID.test(id)) errors.id = "Use small letters, digits, dots and dashes.";
  else if (providers.some((one) => one.id === id))
    errors.id = `There is a provider “${id}” already. Choose another id.`;
  if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
    errors.baseUrl = "Enter an address that begins with http:// or https://.";
  }
  if (models.length === 0) errors.models = "Name one model at least, as the endpoint calls it.";
  return errors;
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
