import { expect, it } from "vitest";
import { FaultError } from "../../../lib/model";
import type { Http } from "../../../lib/opencode/http";
import { decodePermission, decodeProject, decodeQuestion, decodeTodo } from "../../../lib/opencode/v1/decode";
import { decodeCatalog } from "../../../lib/opencode/v1/decode-catalog";
import { decodeChange, decodeEntry, decodeFile, mergeChanges } from "../../../lib/opencode/v1/decode-file";
import { decodeProviders, decodeSignIn } from "../../../lib/opencode/v1/decode-provider";
import { createServices } from "../../../lib/opencode/v1/services";
import { mutations } from "../../support/wrong-types";

it("never throws anything but a fault of the server's in catalogs, files, providers, services, tasks and projects", () => {
  const ignore = () => undefined;
  const model = {
    id: "m",
    name: "M",
    variants: { high: {} },
    limit: { context: 10 },
    capabilities: { reasoning: true, toolcall: true, input: { image: true, pdf: false } },
    cost: { input: 1, output: 2 },
  };
  const agent = { name: "build", description: "", mode: "primary", model: { providerID: "p", modelID: "m" } };
  const models = { providers: [{ id: "p", name: "P", models: { m: model } }], default: { p: "m" } };
  const provider = { id: "p", name: "P", source: "env", env: ["KEY"], models: { m: model } };
  const prompts = [
    { type: "text", key: "k", message: "K", placeholder: "", when: { key: "j", op: "eq", value: "1" } },
    { type: "select", key: "s", message: "S", options: [{ label: "L", value: "v", hint: "" }] },
  ];
  const list = { all: [provider], connected: ["p"] };
  const diff = { file: "a.ts", patch: "@@", additions: 1, deletions: 2, status: "added" };
  const fetched: [string, unknown, (raw: unknown) => unknown][] = [
    ["agents", [agent], (raw) => decodeCatalog(raw, models, {}, [], ignore)],
    ["models", models, (raw) => decodeCatalog([], raw, {}, [], ignore)],
    ["configuration", { model: "p/m", default_agent: "build" }, (raw) => decodeCatalog([], models, raw, [], ignore)],
    [
      "commands",
      [{ name: "tide", source: "command", hints: ["$1"] }],
      (raw) => decodeCatalog([], models, {}, raw, ignore),
    ],
    ["providers", list, (raw) => decodeProviders(raw, {}, {}, ignore)],
    ["methods", { p: [{ type: "api", label: "Key", prompts }] }, (raw) => decodeProviders(list, raw, {}, ignore)],
    ["own providers", { provider: { p: {} } }, (raw) => decodeProviders(list, {}, raw, ignore)],
    ["sign-in", { url: "https://example.org", method: "code", instructions: "" }, decodeSignIn],
    ["file", { type: "binary", content: "JVBERi0=", mimeType: "application/pdf" }, decodeFile],
    ["folder", { name: "a", path: "a/", type: "directory", ignored: false }, decodeEntry],
    ["change", diff, (raw) => mergeChanges([decodeChange(raw) ?? [], decodeChange(diff) ?? []].flat())],
    ["task", { content: "Sail", status: "pending", priority: "high" }, decodeTodo],
    ["project", { id: "p", worktree: "/w", name: "W", sandboxes: ["/s"], time: { updated: 1 } }, decodeProject],
    ["permission", { id: "per", sessionID: "s", permission: "bash", patterns: [], always: [] }, decodePermission],
    [
      "question",
      { id: "que", sessionID: "s", questions: [{ question: "Q", header: "H", options: [] }] },
      decodeQuestion,
    ],
  ];
  let tried = 0;
  for (const [what, sample, decode] of fetched) {
    expect(decode(sample), what).toBeDefined();
    for (const { path, data } of mutations(sample)) {
      tried++;
      try {
        decode(data);
      } catch (error) {
        if (error instanceof FaultError && error.fault.kind === "server-fault") continue;
        throw new Error(`${what}: ${path}: ${error}`, { cause: error });
      }
    }
  }
  expect(tried).toBeGreaterThan(1_000);
});

it("nor in what works beside the server", async () => {
  const bodies: Record<string, unknown> = {
    "/mcp": { tide: { status: "failed", error: "no route" } },
    "/lsp": [{ id: "ts", name: "typescript", root: ".", status: "connected" }],
    "/formatter": [{ name: "biome", extensions: [".ts"], enabled: true }],
    "/path": { home: "/h", config: "/c", state: "/s", worktree: "/w" },
  };
  const services = (instead: Record<string, unknown>) => {
    const http: Pick<Http, "get"> = {
      get: async (path) => ({ body: { ...bodies, ...instead }[path], headers: new Headers() }),
    };
    return createServices(http as Http, () => undefined).services("/w");
  };
  expect((await services({})).mcp).toHaveLength(1);
  for (const [route, sample] of Object.entries(bodies)) {
    for (const { path, data } of mutations(sample)) {
      const error: unknown = await services({ [route]: data }).catch((thrown: unknown) => thrown);
      const isFault = error instanceof FaultError && error.fault.kind === "server-fault";
      expect(error instanceof Error && !isFault, `${route}: ${path}: ${error}`).toBe(false);
    }
  }
});
