import { describe, expect, it } from "vitest";
import type { Http, RequestOptions } from "../../../lib/opencode/http";
import { decodeProviders } from "../../../lib/opencode/v1/decode-provider";
import { createProviderRoutes } from "../../../lib/opencode/v1/providers";

const MINE = {
  npm: "@ai-sdk/openai-compatible",
  name: "Mine",
  options: { baseURL: "http://127.0.0.1:9/v1", headers: { x: "y" } },
  models: { a: { name: "Aaa" }, b: {}, old: {} },
  blacklist: ["old"],
};

/** Routes of a server with this configuration, and what was sent to it. */
function server(mine: Record<string, unknown>) {
  const sent: [string, string, unknown][] = [];
  const send =
    (method: string) =>
    async (path: string, options: RequestOptions = {}) => {
      sent.push([method, path, options.json]);
      return { body: {}, headers: new Headers() };
    };
  const http: Http = {
    get: async () => ({ body: { provider: { mine } }, headers: new Headers() }),
    post: send("POST"),
    put: send("PUT"),
    patch: send("PATCH"),
    delete: send("DELETE"),
    open: () => Promise.reject(new Error("no stream")),
    clockOffset: () => 0,
  };
  return { routes: createProviderRoutes(http, () => undefined), sent };
}

async function changed(mine: Record<string, unknown>, change: Record<string, unknown>) {
  const { routes, sent } = server(mine);
  await routes.changeEndpoint({ id: "mine", added: [], removed: [], ...change });
  return sent;
}
const patch = (mine: unknown) => ["PATCH", "/global/config", { provider: { mine } }];

describe("an endpoint of the server's own configuration", () => {
  const read = (mine: unknown, key?: string) => {
    const list = { all: [{ id: "mine", name: "Mine", key, models: {} }], connected: ["mine"] };
    return decodeProviders(list, {}, { provider: { mine } }, () => undefined)[0];
  };

  it("is told with the models it offers, and without its key", () => {
    const held = read({ ...MINE, options: { ...MINE.options, apiKey: "hunter2" } });
    expect(held?.endpoint).toEqual({ baseUrl: "http://127.0.0.1:9/v1", models: ["a", "b"], hasKey: true });
    expect(read({ ...MINE, whitelist: ["b", "old"] })?.endpoint?.models).toEqual(["b"]);
    expect(JSON.stringify(held)).not.toContain("hunter2");
    expect(read(MINE)?.endpoint?.hasKey).toBe(false);
    expect(read(MINE, "hunter3")?.endpoint?.hasKey).toBe(true);
    expect(JSON.stringify(read(MINE, "hunter3"))).not.toContain("hunter3");
  });

  it.each([[7], [{}], [{ ...MINE, npm: "@ai-sdk/anthropic" }], [{ ...MINE, options: {} }]])(
    "is none to change where it is %j",
    (mine) => {
      expect(read(mine)).not.toHaveProperty("endpoint");
    },
  );

  it("is sent what changes, and nothing that stays", async () => {
    expect(await changed(MINE, { name: "Yours" })).toEqual([patch({ name: "Yours" })]);
    expect(await changed(MINE, { baseUrl: "http://127.0.0.1:8" })).toEqual([
      patch({ options: { baseURL: "http://127.0.0.1:8" } }),
    ]);
    expect(await changed(MINE, {})).toEqual([]);
  });

  it("has models added, put out of offer, and offered again as they were", async () => {
    expect(await changed(MINE, { added: ["c"], removed: ["b"] })).toEqual([
      patch({ models: { c: { name: "c" } }, blacklist: ["old", "b"] }),
    ]);
    expect(await changed(MINE, { added: ["old"] })).toEqual([patch({ blacklist: [] })]);
    expect(await changed({ ...MINE, whitelist: ["a", "b"] }, { added: ["c"], removed: ["a"] })).toEqual([
      patch({ models: { c: { name: "c" } }, blacklist: ["old", "a"], whitelist: ["b", "c"] }),
    ]);
  });

  it("has a new key stored beside the configuration, unless one is in there", async () => {
    expect(await changed(MINE, { key: "new" })).toEqual([["PUT", "/auth/mine", { type: "api", key: "new" }]]);
    const withKey = { ...MINE, options: { ...MINE.options, apiKey: "old" } };
    expect(await changed(withKey, { key: "new" })).toEqual([patch({ options: { apiKey: "new" } })]);
  });

  it("has its key taken away, wherever it is, and also when it is taken out of use", async () => {
    const forgotten = ["DELETE", "/auth/mine", undefined];
    const withKey = { ...MINE, options: { ...MINE.options, apiKey: "old" } };
    expect(await changed(MINE, { key: null })).toEqual([forgotten]);
    expect(await changed(withKey, { key: null })).toEqual([forgotten, patch({ options: { apiKey: null } })]);
    for (const [mine, keyless] of [
      [MINE, {}],
      [withKey, { provider: { mine: { options: { apiKey: null } } } }],
    ] as const) {
      const { routes, sent } = server(mine);
      await routes.disableProvider("mine");
      expect(sent).toEqual([["PATCH", "/global/config", { disabled_providers: ["mine"], ...keyless }]]);
    }
  });

  it("is not left without a model, nor made anew where it has gone", async () => {
    const { routes, sent } = server(MINE);
    const change = { id: "mine", added: [], removed: ["a", "b"] };
    await expect(routes.changeEndpoint(change)).rejects.toMatchObject({ fault: { kind: "rejected-input" } });
    const other = { id: "other", added: [], removed: [], name: "Other" };
    await expect(routes.changeEndpoint(other)).rejects.toMatchObject({ fault: { kind: "rejected-input" } });
    expect(sent).toEqual([]);
  });

  it("that was taken out of use comes back with the models that are asked for, and no others", async () => {
    const { routes, sent } = server(MINE);
    await routes.addEndpoint({ id: "mine", name: "Mine", baseUrl: "http://127.0.0.1:7", models: ["b", "new"] });
    expect(sent).toEqual([
      patch({
        npm: "@ai-sdk/openai-compatible",
        name: "Mine",
        options: { baseURL: "http://127.0.0.1:7" },
        models: { b: { name: "b" }, new: { name: "new" } },
        blacklist: ["old", "a"],
      }),
    ]);
  });
});
