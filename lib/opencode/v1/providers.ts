import { compact } from "../compact";
import type { Http } from "../http";
import type { ProviderRoutes } from "../providers";
import { check } from "./decode";
import { decodeProviders, decodeSignIn } from "./decode-provider";
import { OwnConfig } from "./schema-provider";

/** The package that speaks OpenAI's protocol to any endpoint; every server has it. */
const COMPATIBLE = "@ai-sdk/openai-compatible";

/**
 * Model providers of a server of version 1.x. Its credentials are stored at once and read when a folder's instance starts:
 * until they are all disposed of nothing changes [measured on 1.18.33].
 */
export function createProviderRoutes(http: Http, onSkipped: (kind: string) => void): ProviderRoutes {
  const inDirectory = (directory: string | undefined) => (directory === undefined ? {} : { directory });
  const auth = (providerId: string) => `/auth/${encodeURIComponent(providerId)}`;
  const oauth = (providerId: string, step: string) => `/provider/${encodeURIComponent(providerId)}/oauth/${step}`;

  /** Providers that its own configuration keeps out of use. */
  async function disabled(signal: AbortSignal | undefined): Promise<string[]> {
    const { body } = await http.get("/global/config", { signal });
    return check(OwnConfig, body)?.disabled_providers ?? [];
  }

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
      const out = await disabled(signal);
      // Before the configuration: that is what makes the server read both.
      if (key !== undefined) await http.put(auth(id), { json: { type: "api", key }, signal });
      const provider = {
        npm: COMPATIBLE,
        name,
        options: { baseURL: baseUrl },
        models: Object.fromEntries(models.map((model) => [model, { name: model }])),
      };
      const enabled = out.includes(id) ? { disabled_providers: out.filter((one) => one !== id) } : {};
      await http.patch("/global/config", { json: { provider: { [id]: provider }, ...enabled }, signal });
    },

    async disableProvider(providerId, signal) {
      const out = await disabled(signal);
      // A provider cannot be taken out of the configuration through the server [measured on 1.18.33].
      await http.patch("/global/config", { json: { disabled_providers: [...out, providerId] }, signal });
    },

    async reload(signal) {
      await http.post("/global/dispose", { signal });
    },
  };
}
