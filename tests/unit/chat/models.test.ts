import { describe, expect, test } from "vitest";
import {
  asUsual,
  hiddenOrShown,
  isHidden,
  providerHidden,
  providerShown,
  starred,
  used,
} from "../../../components/composer/models/choosing";
import {
  firstOf,
  grouped,
  type ModelEntry,
  modelEntries,
  providerEntries,
} from "../../../components/composer/models/entries";
import { searched, searchedHidden } from "../../../components/composer/models/search";
import { contextWords, isFree, priceWords } from "../../../components/composer/models/words";
import type { Catalog, Model, ModelRef } from "../../../lib/model";
import { noModelChoices } from "../../../lib/storage/model-choices";

const NAMES: Record<string, string[]> = {
  Anthropic: ["Claude Opus 4.1", "Claude Sonnet 4", "Claude Sonnet 4.5", "Claude Haiku 3.5"],
  OpenAI: ["GPT-5", "GPT-5 mini", "o3"],
  Router: ["Sonnet 4.5 (routed)", "Qwen3 Coder"],
};
const idOf = (name: string) => name.toLowerCase().replaceAll(/[ .()]+/g, "-");
const model = (provider: string, name: string): Model => ({
  id: idOf(name),
  providerId: provider.toLowerCase(),
  name,
  contextLimit: 200_000,
  reasoning: false,
  tools: true,
  variants: [],
});
const catalog: Catalog = {
  agents: [],
  providers: Object.entries(NAMES).map(([name, models]) => ({
    id: name.toLowerCase(),
    name,
    models: models.map((one) => model(name, one)),
  })),
  commands: [],
};
const entries = modelEntries(catalog);
const ref = (name: string): ModelRef => {
  const found = entries.find((entry) => entry.model.name === name);
  if (!found) throw new Error(`No model ${name}`);
  return found.ref;
};
const names = (list: readonly ModelEntry[]) => list.map((entry) => entry.model.name);
const find = (query: string, choices = noModelChoices()) => names(searched(entries, choices, query));

describe("searching models", () => {
  test("finds words in any order, in name, id and provider", () => {
    expect(find("sonnet 4")).toEqual(["Claude Sonnet 4", "Claude Sonnet 4.5", "Sonnet 4.5 (routed)"]);
    expect(find("4.5 claude")).toEqual(["Claude Sonnet 4.5"]);
    expect(find("router qwen")).toEqual(["Qwen3 Coder"]);
    expect(find("claude-haiku-3")).toEqual(["Claude Haiku 3.5"]);
  });

  test.each([
    ["gpt5", "GPT-5"],
    ["sonnet45", "Claude Sonnet 4.5"],
    ["snt", "Claude Sonnet 4"],
    ["qwen 3", "Qwen3 Coder"],
  ])("forgives %j", (query, name) => {
    expect(find(query)).toContain(name);
  });

  test("finds nothing where a word is nowhere", () => {
    expect(find("sonnet banana")).toEqual([]);
    expect(find("zzz")).toEqual([]);
  });

  test("puts beginnings of words before what is inside of them, and favourites before their equals", () => {
    expect(find("o3")[0]).toBe("o3");
    expect(find("sonnet 4", starred(noModelChoices(), ref("Sonnet 4.5 (routed)")))[0]).toBe("Sonnet 4.5 (routed)");
  });

  test("finds a hidden model by its whole name or id alone", () => {
    const choices = hiddenOrShown(noModelChoices(), ref("GPT-5"));
    expect(find("gpt", choices)).toEqual(["GPT-5 mini"]);
    expect(find("GPT-5", choices)).toContain("GPT-5");
    expect(find("openai/gpt-5", choices)).toContain("GPT-5");
  });

  test("finds hidden ones among themselves as it finds others, and all of them without a word", () => {
    const hidden = entries.filter((entry) => entry.ref.providerId === "openai");
    expect(names(searchedHidden(hidden, "mini"))).toEqual(["GPT-5 mini"]);
    expect(names(searchedHidden(hidden, " "))).toEqual(NAMES.OpenAI);
    expect(searchedHidden(hidden, "sonnet")).toEqual([]);
  });
});

describe("the list of models", () => {
  const groups = (choices = noModelChoices(), chosen?: ModelRef) =>
    grouped(entries, choices, chosen).map((group) => [group.name, names(group.entries)]);

  test("stands by provider", () => {
    expect(groups()).toEqual(Object.entries(NAMES));
  });

  test("begins with favourites and what was used last, each model once", () => {
    let choices = starred(starred(noModelChoices(), ref("o3")), ref("Claude Sonnet 4.5"));
    choices = used(used(choices, ref("GPT-5")), ref("o3"));
    const all = groups(choices, ref("Qwen3 Coder"));
    expect(all.slice(0, 2)).toEqual([
      ["Favourites", ["o3", "Claude Sonnet 4.5"]],
      ["Recent", ["Qwen3 Coder", "GPT-5"]],
    ]);
    expect(all.flatMap(([, list]) => list).sort()).toEqual(Object.values(NAMES).flat().sort());
  });

  test("is without what is hidden, and what the server no longer has", () => {
    const choices = hiddenOrShown(starred(noModelChoices(), { providerId: "x", modelId: "gone" }), ref("GPT-5 mini"));
    expect(groups(choices)).toEqual([
      ["Anthropic", NAMES.Anthropic],
      ["OpenAI", ["GPT-5", "o3"]],
      ["Router", NAMES.Router],
    ]);
  });

  test("is cut where it would be too long to draw", () => {
    const cut = firstOf(grouped(entries, noModelChoices(), undefined), 5);
    expect(cut.groups.map((group) => group.entries.length)).toEqual([4, 1]);
    expect(cut.more).toBe(4);
    expect(firstOf(cut.groups, 60).more).toBe(0);
  });
});

describe("what is made of models", () => {
  test("a star is set and taken back, whatever the effort", () => {
    const once = starred(noModelChoices(), { ...ref("o3"), variant: "high" });
    expect(once.favourites).toEqual([ref("o3")]);
    expect(starred(once, ref("o3")).favourites).toEqual([]);
  });

  test("what is hidden is neither favourite nor recent, until it is offered again", () => {
    const hidden = hiddenOrShown(used(starred(noModelChoices(), ref("o3")), ref("o3")), ref("o3"));
    expect(hidden).toEqual({ ...noModelChoices(), hidden: [ref("o3")] });
    expect(hiddenOrShown(hidden, ref("o3")).hidden).toEqual([]);
  });

  test("all of a provider's are hidden at once, with those that come later, and its favourites are back with it", () => {
    const choices = providerHidden(starred(noModelChoices(), ref("o3")), "openai");
    expect(names(grouped(entries, choices, undefined).flatMap((group) => group.entries))).not.toContain("o3");
    expect(isHidden(choices, { providerId: "openai", modelId: "gpt-99" })).toBe(true);
    expect(isHidden(choices, ref("Qwen3 Coder"))).toBe(false);
    expect(providerHidden(choices, "openai")).toEqual(choices);
    const again = providerShown(choices, "openai");
    expect(grouped(entries, again, undefined)[0]).toMatchObject({ name: "Favourites", entries: [{ ref: ref("o3") }] });
  });

  test("one of a hidden provider's is shown by itself, and hidden again", () => {
    const all = providerHidden(hiddenOrShown(noModelChoices(), ref("GPT-5")), "openai");
    const one = hiddenOrShown(all, ref("GPT-5"));
    expect(names(entries.filter((entry) => !isHidden(one, entry.ref) && entry.ref.providerId === "openai"))).toEqual([
      "GPT-5",
    ]);
    expect(hiddenOrShown(one, ref("GPT-5"))).toMatchObject({ hidden: [], hiddenProviders: ["openai"], shown: [] });
    expect(providerHidden(one, "openai").shown).toEqual([]);
  });

  test("those hidden one by one are shown with all others of their provider, and no others", () => {
    const choices = hiddenOrShown(hiddenOrShown(noModelChoices(), ref("GPT-5")), ref("Qwen3 Coder"));
    expect(providerShown(choices, "openai").hidden).toEqual([ref("Qwen3 Coder")]);
  });

  test("providers say how many of their models are hidden", () => {
    const choices = hiddenOrShown(providerHidden(noModelChoices(), "anthropic"), ref("GPT-5"));
    expect(providerEntries(catalog, choices, "").map((one) => [one.name, one.models, one.hidden])).toEqual([
      ["Anthropic", 4, 4],
      ["OpenAI", 3, 1],
      ["Router", 2, 0],
    ]);
    expect(providerEntries(catalog, choices, " OPEN ai").map((one) => one.id)).toEqual(["openai"]);
  });

  test("five are recent, the latest first", () => {
    const all = ["o3", "GPT-5", "Claude Opus 4.1", "Qwen3 Coder", "GPT-5 mini", "Claude Sonnet 4", "GPT-5"];
    const { recent } = all.reduce((held, name) => used(held, ref(name)), noModelChoices());
    expect(recent).toEqual(["GPT-5", "Claude Sonnet 4", "GPT-5 mini", "Qwen3 Coder", "Claude Opus 4.1"].map(ref));
  });

  test("the default of new sessions keeps its effort, and can be the server's again", () => {
    const usual = { ...ref("o3"), variant: "high" };
    expect(asUsual(noModelChoices(), usual).usual).toEqual(usual);
    expect(asUsual(asUsual(noModelChoices(), usual), undefined)).toEqual(noModelChoices());
  });
});

describe("words for", () => {
  test.each([
    [0, ""],
    [200_000, "200K"],
    [131_072, "131K"],
    [999_900, "1M"],
    [1_048_576, "1M"],
    [1_500_000, "1.5M"],
  ])("%i tokens of context", (tokens, words) => {
    expect(contextWords(tokens)).toBe(words);
  });

  test.each([
    [undefined, ""],
    [{ input: 0, output: 0 }, ""],
    [{ input: 3, output: 15 }, "$3 / $15"],
    [{ input: 0.15, output: 0.6 }, "$0.15 / $0.60"],
    [{ input: 0.035, output: 0 }, "$0.035 / $0"],
  ])("a price of %o", (price, words) => {
    expect(priceWords(price)).toBe(words);
  });

  test("free, only where a price is known to be nothing", () => {
    expect(isFree({ input: 0, output: 0 })).toBe(true);
    expect(isFree({ input: 0, output: 0.1 })).toBe(false);
    expect(isFree(undefined)).toBe(false);
  });
});
