import * as v from "valibot";
import { Id, lax, record, text } from "./schema";

/** What is believed of the routes of model providers, as in `./schema`. */

export const Provider = v.object({
  id: Id,
  name: text,
  source: text,
  env: v.fallback(v.array(v.string()), []),
  /** One that the server stores; only looked for, never handed on. */
  key: lax(v.string()),
  models: record,
});

export const ProviderList = v.object({ all: v.array(v.unknown()), connected: v.fallback(v.array(v.string()), []) });

export const OwnConfig = v.object({
  provider: v.fallback(v.record(v.string(), v.unknown()), {}),
  disabled_providers: v.fallback(v.array(v.string()), []),
});

/** The package that speaks OpenAI's protocol to any endpoint; every server has it. */
export const COMPATIBLE = "@ai-sdk/openai-compatible";

/** An endpoint of the configuration. Its key is only looked for, never handed on. */
export const OwnEndpoint = v.object({
  npm: v.literal(COMPATIBLE),
  options: v.object({ baseURL: v.string(), apiKey: lax(v.string()) }),
  models: record,
  whitelist: lax(v.array(v.string())),
  blacklist: lax(v.array(v.string())),
});
export type OwnEndpoint = v.InferOutput<typeof OwnEndpoint>;

export const AuthMethod = v.object({
  type: v.picklist(["oauth", "api"]),
  label: text,
  prompts: v.fallback(v.array(v.unknown()), []),
});

const about = {
  key: v.pipe(v.string(), v.nonEmpty()),
  message: text,
  when: lax(v.object({ key: v.string(), op: v.picklist(["eq", "neq"]), value: v.string() })),
};

export const AuthPrompt = v.variant("type", [
  v.object({ type: v.literal("text"), ...about, placeholder: text }),
  v.object({
    type: v.literal("select"),
    ...about,
    options: v.array(v.object({ label: text, value: v.string(), hint: text })),
  }),
]);

export const Authorization = v.object({
  url: v.string(),
  method: v.picklist(["auto", "code"]),
  instructions: text,
});
