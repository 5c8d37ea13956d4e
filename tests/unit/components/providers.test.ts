import { describe, expect, test } from "vitest";
import {
  endpointChange,
  endpointErrors,
  endpointOf,
  fieldsOf,
  idFor,
  NO_ENDPOINT,
} from "../../../components/providers/endpoint";
import { foundProviders } from "../../../components/providers/find";
import { askedPrompts, inputsOf } from "../../../components/providers/prompts";
import { codeToEnter, leadsElsewhere } from "../../../components/providers/sign-in";
import { aboutProvider, providerFault, whyNotRemovable } from "../../../components/providers/words";
import type { AuthPrompt, ProviderInfo } from "../../../lib/model";

const provider = (id: string, more: Partial<ProviderInfo> = {}): ProviderInfo => ({
  id,
  name: id.toUpperCase(),
  connected: false,
  source: "stored",
  variables: [],
  modelCount: 2,
  methods: [],
  isOwn: false,
  ...more,
});

test("providers are found by name and id, connected ones apart, those most people know first", () => {
  const all = ["zeta", "openai", "acme", "anthropic"].map((id) => provider(id, { connected: id === "zeta" }));
  const idsOf = (list: ProviderInfo[]) => list.map((one) => one.id);
  const ids = (query: string) => {
    const { connected, others } = foundProviders(all, query);
    return [idsOf(connected), idsOf(others)];
  };
  expect(ids("")).toEqual([["zeta"], ["anthropic", "openai", "acme"]]);
  expect(ids("AI open")).toEqual([[], ["openai"]]);
  expect(ids("nobody")).toEqual([[], []]);
});

describe("prompts", () => {
  const prompts: AuthPrompt[] = [
    {
      type: "select",
      key: "plan",
      message: "Plan",
      options: [
        { label: "Free", value: "free" },
        { label: "Paid", value: "paid" },
      ],
    },
    { type: "text", key: "org", message: "Organisation", when: { key: "plan", is: true, value: "paid" } },
    { type: "text", key: "mail", message: "Mail", when: { key: "plan", is: false, value: "paid" } },
  ];
  const keys = (answers: Record<string, string>) => askedPrompts(prompts, answers).map(({ key }) => key);

  test("are asked by what was answered before, an untouched choice being its first", () => {
    expect(keys({})).toEqual(["plan", "mail"]);
    expect(keys({ plan: "paid" })).toEqual(["plan", "org"]);
  });

  test("hand over what is asked and not empty", () => {
    expect(inputsOf(prompts, { org: "typed before", mail: " a@b " })).toEqual({ plan: "free", mail: "a@b" });
    expect(inputsOf(prompts, { plan: "paid", org: " " })).toEqual({ plan: "paid" });
  });
});

describe("an endpoint", () => {
  const fields = { ...NO_ENDPOINT, name: "My Models!", baseUrl: " http://127.0.0.1:1/v1/ ", models: "a, b\nc,a" };

  test("is made of what was typed, with an id from its name", () => {
    expect(idFor("My Models!")).toBe("my-models");
    expect(endpointErrors(fields, [])).toEqual({});
    expect(endpointOf(fields)).toEqual({
      id: "my-models",
      name: "My Models!",
      baseUrl: "http://127.0.0.1:1/v1",
      models: ["a", "b", "c"],
    });
    expect(endpointOf({ ...fields, key: " k " }).key).toBe("k");
  });

  test.each([
    ["name", { name: " ", id: "x" }],
    ["name", { name: " " }],
    ["id", { id: "My id" }],
    ["id", { name: "潮" }],
    ["id", { id: "taken" }],
    ["name", { name: "TAKEN", id: "x" }],
    ["name", { name: "潮".repeat(101), id: "x" }],
    ["baseUrl", { baseUrl: "127.0.0.1:1" }],
    ["baseUrl", { baseUrl: "http://me:secret@127.0.0.1:1/v1" }],
    ["baseUrl", { baseUrl: "http://127.0.0.1:1/v1/chat/completions/" }],
    ["baseUrl", { baseUrl: "javascript:alert(1)" }],
    ["models", { models: " , " }],
  ])("says what is wrong with its %s", (field, change) => {
    expect(Object.keys(endpointErrors({ ...fields, ...change }, [provider("taken")]))).toEqual([field]);
  });

  test("that is there hands over what was changed, and nothing else", () => {
    const held = fieldsOf("mine", "Mine", { baseUrl: "http://127.0.0.1:1/v1", models: ["a", "b"], hasKey: true });
    expect(endpointChange(held, { ...held, models: " b a", name: "Mine " })).toBeUndefined();
    expect(endpointChange(held, { ...held, key: "typed before", keyless: true })).toMatchObject({ key: null });
    expect(endpointChange(held, { ...held, models: "b, c" })).toEqual({ id: "mine", added: ["c"], removed: ["a"] });
    expect(endpointChange(held, { ...held, name: "بحر", baseUrl: "http://127.0.0.1:2/v1", key: "k" })).toEqual({
      id: "mine",
      added: [],
      removed: [],
      name: "بحر",
      baseUrl: "http://127.0.0.1:2/v1",
      key: "k",
    });
  });
});

describe("signing in", () => {
  const signIn = { url: "https://p.example", instructions: "Enter code: TIDE-1234", wantsCode: false };

  test("shows a code that is to be entered on the page", () => {
    expect(codeToEnter(signIn)).toBe("TIDE-1234");
    expect(codeToEnter({ ...signIn, instructions: "Complete it in your browser: soon" })).toBeUndefined();
    expect(codeToEnter({ ...signIn, wantsCode: true })).toBeUndefined();
  });

  test("is known to lead back to another machine", () => {
    const local = { ...signIn, url: "https://p.example/?redirect_uri=http%3A%2F%2Flocalhost%3A1455%2Fback" };
    expect(leadsElsewhere(local, "https://box.example:4096")).toBe(true);
    expect(leadsElsewhere(local, "http://127.0.0.1:4096")).toBe(false);
    expect(leadsElsewhere(signIn, "https://box.example:4096")).toBe(false);
  });
});

describe("words", () => {
  test("tell where credentials come from, and what cannot be removed from here", () => {
    const fromEnvironment = provider("a", {
      connected: true,
      source: "environment",
      variables: ["A_KEY"],
      modelCount: 1,
    });
    expect(aboutProvider(fromEnvironment)).toBe("1 model · A_KEY in the server’s environment");
    expect(whyNotRemovable(fromEnvironment)).toContain("A_KEY");
    expect(whyNotRemovable(provider("a", { source: "configuration" }))).toContain("opencode.json");
    expect(whyNotRemovable(provider("a", { source: "configuration", isOwn: true }))).toBeUndefined();
    expect(whyNotRemovable(provider("a"))).toBeUndefined();
  });

  test("give the server's reason when it has one, and in any case what to do", () => {
    const rejected = (detail: string) => providerFault({ kind: "rejected-input", detail }, "sign-in").remedy;
    expect(rejected("needed")).toBe("needed. Begin again, or choose another way.");
    expect(rejected("status 400")).toBe("Begin again, or choose another way.");
    expect(providerFault({ kind: "not-opencode" }, "key").remedy).toContain("opencode upgrade");
    expect(providerFault({ kind: "unreachable" }, "key").title).toBe("The server does not answer");
  });
});
