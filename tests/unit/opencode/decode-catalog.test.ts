import { describe, expect, it } from "vitest";
import { decodeCatalog } from "../../../lib/opencode/v1/decode-catalog";
import { WRONG } from "../../support/wrong-types";

/** One as the server lists it, one whose name nobody can type, and none. */
const COMMANDS = [{ name: "tide", template: "Long", hints: ["$1"], agent: null }, { name: "two words" }, 7];

describe("the list of models", () => {
  it("is read without the secrets beside it", () => {
    const model = {
      id: "m",
      name: "M",
      variants: { high: {} },
      limit: { context: 10 },
      capabilities: { reasoning: true, toolcall: "yes", input: { text: true, image: true, pdf: false } },
    };
    const providers = {
      providers: [{ id: "p", name: "P", options: { apiKey: "hunter2" }, models: { m: model, bad: 7 } }],
      default: { p: "m" },
    };
    const skipped: string[] = [];
    const catalog = decodeCatalog([{ name: "build" }, 7], providers, { model: "p/a/b" }, COMMANDS, (kind) =>
      skipped.push(kind),
    );
    expect(catalog.providers[0]?.models).toMatchObject([
      { id: "m", variants: ["high"], contextLimit: 10, reads: ["image"], reasoning: true, tools: false },
    ]);
    expect(catalog.defaultModel).toEqual({ providerId: "p", modelId: "a/b" });
    expect(catalog.commands).toEqual([{ name: "tide", source: "command", hints: ["$1"] }]);
    expect(skipped.sort()).toEqual(["agent", "command", "command", "model"]);
    expect(JSON.stringify(catalog)).not.toContain("hunter2");
  });

  describe("where none is configured", () => {
    const one = (id: string, ...models: string[]) => ({
      id,
      name: id,
      models: Object.fromEntries(models.map((name) => [name, { id: name }])),
    });
    const providers = { providers: [one("zeta", "a", "z"), one("beta", "b")], default: { zeta: "z", beta: "b" } };
    const decoded = (config: unknown, wire: unknown = providers) =>
      decodeCatalog([], wire, config, [], () => undefined);

    it("has the default of the first provider as its default, of those that are configured if any are", () => {
      expect(decoded({})).toMatchObject({
        defaultModel: { providerId: "zeta", modelId: "z" },
        isDefaultAssumed: true,
      });
      const configured = decoded({ provider: { beta: {} } });
      expect(configured.defaultModel).toEqual({ providerId: "beta", modelId: "b" });
      expect(decoded({ model: "zeta/a" })).not.toHaveProperty("isDefaultAssumed");
    });

    it("has none where that is not on the list", () => {
      for (const wire of [
        { ...providers, default: {} },
        { ...providers, default: { zeta: "gone" } },
        { providers: [] },
      ]) {
        expect(decoded({}, wire)).not.toHaveProperty("defaultModel");
      }
    });
  });

  describe("says what a model costs", () => {
    const prices = (config: unknown, provider: string, models: Record<string, unknown>) => {
      const wire = Object.fromEntries(Object.entries(models).map(([id, cost]) => [id, { id, name: id, cost }]));
      const providers = { providers: [{ id: provider, name: provider, models: wire }] };
      const [decoded] = decodeCatalog([], providers, config, [], () => undefined).providers;
      return Object.fromEntries(decoded?.models.map(({ id, price }) => [id, price]) ?? []);
    };
    const nothing = { input: 0, output: 0 };

    it("and not that it costs nothing where the server only does not know", () => {
      expect(prices({}, "acme", { m: nothing, half: { input: 0, output: 2 }, odd: { input: "1", output: 0 } })).toEqual(
        {
          m: undefined,
          half: { input: 0, output: 2 },
          odd: undefined,
        },
      );
    });

    it("where that is nothing: of OpenCode itself, by the model's id, or by the configuration", () => {
      expect(prices({}, "opencode", { m: nothing, unsaid: undefined })).toEqual({ m: nothing, unsaid: undefined });
      expect(prices({}, "router", { "tide:free": nothing, tide: nothing })).toEqual({
        "tide:free": nothing,
        tide: undefined,
      });
      const provider = { own: { models: { m: { cost: nothing }, n: { cost: { input: "0", output: 0 } }, o: 7 } } };
      expect(prices({ provider }, "own", { m: nothing, n: nothing, o: nothing })).toEqual({
        m: nothing,
        n: undefined,
        o: undefined,
      });
      expect(prices({ provider: { own: 7 } }, "own", { m: nothing })).toEqual({ m: undefined });
    });
  });

  it.each(WRONG.map((wrong) => [wrong]))("that is %j is a fault of the server's", (wrong) => {
    expect(() => decodeCatalog([], wrong, {}, [], () => undefined)).toThrow("server-fault");
  });
});
