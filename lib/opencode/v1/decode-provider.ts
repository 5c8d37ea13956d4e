import * as v from "valibot";
import {
  type AuthMethod,
  type AuthPrompt,
  FaultError,
  type ProviderInfo,
  type ProviderSource,
  type SignIn,
} from "../../model";
import { compact } from "../compact";
import { check, decodeAll } from "./decode";
import { heldEndpoint, ownEndpoint } from "./endpoint";
import * as Wire from "./schema-provider";

const SOURCES: Record<string, ProviderSource> = { env: "environment", config: "configuration" };

/** From `/provider`, `/provider/auth` and `/global/config`, whose answers hold keys: nothing else of them is kept. */
export function decodeProviders(
  list: unknown,
  methods: unknown,
  config: unknown,
  onSkipped: (kind: string) => void,
): ProviderInfo[] {
  const wire = check(Wire.ProviderList, list);
  if (!wire) throw new FaultError({ kind: "server-fault", detail: "the list of providers is not as expected" });
  const auth = check(v.record(v.string(), v.unknown()), methods) ?? {};
  const own = check(Wire.OwnConfig, config)?.provider ?? {};
  const providers = decodeAll(
    wire.all,
    (raw) => check(Wire.Provider, raw),
    () => onSkipped("provider"),
  );
  return providers.map(({ id, name, source, env, key, models }) => {
    const endpoint = ownEndpoint(config, id);
    return compact({
      id,
      name: name || id,
      connected: wire.connected.includes(id),
      source: SOURCES[source] ?? "stored",
      variables: env,
      modelCount: Object.keys(models).length,
      methods: decodeMethods(auth[id], onSkipped),
      isOwn: Object.hasOwn(own, id),
      endpoint: endpoint && heldEndpoint(endpoint, Boolean(key)),
    });
  });
}

/** What the server lists, and in any case a key: providers take one, whether or not a plugin says so. */
function decodeMethods(raw: unknown, onSkipped: (kind: string) => void): AuthMethod[] {
  const methods = (Array.isArray(raw) ? raw : []).flatMap((one: unknown, index): AuthMethod[] => {
    const wire = check(Wire.AuthMethod, one);
    if (!wire) {
      onSkipped("auth method");
      return [];
    }
    const prompts = decodeAll(wire.prompts, decodePrompt, () => onSkipped("auth prompt"));
    return [{ type: wire.type === "api" ? "key" : "sign-in", label: wire.label, prompts, index }];
  });
  return methods.length > 0 ? methods : [{ type: "key", label: "API key", prompts: [] }];
}

function decodePrompt(raw: unknown): AuthPrompt | undefined {
  const wire = check(Wire.AuthPrompt, raw);
  if (!wire) return undefined;
  const when = wire.when ? { key: wire.when.key, is: wire.when.op === "eq", value: wire.when.value } : undefined;
  const about = compact({ key: wire.key, message: wire.message || wire.key, when });
  if (wire.type === "text")
    return compact({ ...about, type: "text" as const, placeholder: wire.placeholder || undefined });
  return {
    ...about,
    type: "select",
    options: wire.options.map(({ label, value, hint }) => compact({ label, value, hint: hint || undefined })),
  };
}

/** @throws FaultError `rejected-input` when the page is none that a browser should open */
export function decodeSignIn(raw: unknown): SignIn {
  const wire = check(Wire.Authorization, raw);
  if (!wire) throw new FaultError({ kind: "server-fault", detail: "the sign-in is not as expected" });
  if (!/^https?:\/\//i.test(wire.url)) {
    throw new FaultError({ kind: "server-fault", detail: "the address to sign in at is none of the web" });
  }
  return { url: wire.url, instructions: wire.instructions, wantsCode: wire.method === "code" };
}
