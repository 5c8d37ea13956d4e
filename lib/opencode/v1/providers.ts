import { FaultError } from "../../model";
import { compact } from "../compact";
import type { Http } from "../http";
import type { ProviderRoutes } from "../providers";
import { check } from "./decode";
import { decodeProviders, decodeSignIn } from "./decode-provider";
import { endpointPatch, modelsOf, ownEndpoint } from "./endpoint";
import { COMPATIBLE, OwnConfig } from "./schema-provider";

/**
 * Model providers of a server of version 1.x. Its credentials are stored at once and read when a folder's instance starts:
 * until they are all disposed of nothing changes [measured on 1.18.33].
 */
export function createProviderRoutes(http: Http, onSkipped: (kind: string) => void): ProviderRoutes {
  const inDirectory = (directory: string | undefined) => (directory === undefined ? {} : { directory });
  const auth = (providerId: string) => `/auth/${encodeURIComponent(providerId)}`;
  const oauth = (providerId: string, step: string) => `/provider/${encodeURIComponent(providerId)}/oauth/${step}`;

  /** The server's own configuration, and the providers that it keeps out of use. */
  async function ownConfig(signal: AbortSignal | undefined): Promise<{ config: unknown; out: string[] }> {
    const { body } = await http.get("/global/config", { signal });
    return { config: body, out: check(OwnConfig, body)?.disabled_providers ?? [] };
  }

  const putKey = (providerId: string, key: string, signal: AbortSignal | undefined) =>
    http.put(auth(providerId), { json: { type: "api", key }, signal });

  return {
    async providers(directory, signal) {
      const query = inDirectory(directory);
      const [list, methods, config] = await Promise.all([
        http.get("/provider", { query, signal }),
        http.get("/provider/auth", { query, signal }),
        http.get("/global/config", { signal }),
      ]);
      return decodeProviders(list.body, methods.body, config.body, onSkipped);
    },

    async setProviderKey(providerId, key, inputs, signal) {
      const metadata = Object.keys(inputs).length > 0 ? inputs : undefined;
      await http.put(auth(providerId), { json: compact({ type: "api", key, metadata }), signal });
    },

    async beginSignIn(directory, providerId, method, inputs, signal) {
      const options = { query: inDirectory(directory), json: { method, inputs }, signal };
      return decodeSignIn((await http.post(oauth(providerId, "authorize"), options)).body);
    },

    async finishSignIn(directory, providerId, method, code, signal) {
      const json = compact({ method, code });
      await http.post(oauth(providerId, "callback"), { query: inDirectory(directory), json, signal, timeout: false });
    },

    async forgetProvider(providerId, signal) {
      await http.delete(auth(providerId), { signal });
    },

    async addEndpoint({ id, name, baseUrl, models, key }, signal) {
      const { config, out } = await ownConfig(signal);
      // One that was taken out of use is still there, with models that are not asked for any more.
      const before = ownEndpoint(config, id);
      const removed = Object.keys(before?.models ?? {}).filter((model) => !models.includes(model));
      const lists = before ? endpointPatch(before, { added: models, removed }) : {};
      // Before the configuration: that is what makes the server read both.
      if (key !== undefined) await putKey(id, key, signal);
      const provider = {
        npm: COMPATIBLE,
        ...lists,
        name,
        options: { baseURL: baseUrl },
        models: modelsOf(models),
      };
      const enabled = out.includes(id) ? { disabled_providers: out.filter((one) => one !== id) } : {};
      await http.patch("/global/config", { json: { provider: { [id]: provider }, ...enabled }, signal });
    },

    async changeEndpoint({ id, key, ...change }, signal) {
      const own = ownEndpoint((await ownConfig(signal)).config, id);
      if (!own) {
        throw new FaultError({
          kind: "rejected-input",
          detail: "The server’s own configuration has no such endpoint any more.",
        });
      }
      const patch = endpointPatch(own, change);
      // A key in the configuration comes before one that is stored.
      const isInConfig = Boolean(own.options.apiKey);
      if (key === null) await http.delete(auth(id), { signal });
      else if (key !== undefined && !isInConfig) await putKey(id, key, signal);
      // By `null` it is taken out of the file [measured on 1.18.33].
      const options = compact({ baseURL: change.baseUrl, apiKey: isInConfig ? key : undefined });
      const provider = Object.keys(options).length > 0 ? { ...patch, options } : patch;
      if (Object.keys(provider).length > 0) {
        await http.patch("/global/config", { json: { provider: { [id]: provider } }, signal });
      }
    },

    async disableProvider(providerId, signal) {
      const { config, out } = await ownConfig(signal);
      // A provider cannot be taken out of the configuration through the server [measured on 1.18.33]; its key can.
      const keyless = ownEndpoint(config, providerId)?.options.apiKey
        ? { provider: { [providerId]: { options: { apiKey: null } } } }
        : {};
      await http.patch("/global/config", { json: { disabled_providers: [...out, providerId], ...keyless }, signal });
    },

    async reload(signal) {
      await http.post("/global/dispose", { signal });
    },
  };
}
