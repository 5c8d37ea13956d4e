import { describe, expect, it } from "vitest";
import { decodeProviders, decodeSignIn } from "../../../lib/opencode/v1/decode-provider";

const LIST = {
  all: [
    {
      id: "acme",
      name: "Acme",
      source: "api",
      env: ["ACME_KEY"],
      key: "hunter2",
      options: { apiKey: "hunter2" },
      models: { a: {} },
    },
    { id: "mine", name: "", source: "config", env: "none", models: {} },
    { id: "__proto__", name: "Bad" },
    7,
  ],
  connected: ["acme"],
  default: {},
};
const METHODS = {
  acme: [
    { type: "carrier pigeon", label: "?" },
    {
      type: "oauth",
      label: "Sign in",
      prompts: [
        { type: "text", key: "host", message: "Host", when: { key: "plan", op: "neq", value: "free" } },
        { type: "select", key: "plan", message: "", options: [{ label: "Free", value: "free", hint: "slow" }] },
        { type: "riddle", key: "x" },
      ],
    },
  ],
};

describe("the list of providers", () => {
  const skipped: string[] = [];
  const providers = decodeProviders(LIST, METHODS, { provider: { mine: { options: { apiKey: "hunter2" } } } }, (kind) =>
    skipped.push(kind),
  );

  it("is read without the keys in it", () => {
    expect(providers).toMatchObject([
      { id: "acme", connected: true, source: "stored", variables: ["ACME_KEY"], modelCount: 1, isOwn: false },
      { id: "mine", name: "mine", connected: false, source: "configuration", variables: [], isOwn: true },
    ]);
    expect(JSON.stringify(providers)).not.toContain("hunter2");
  });

  it("keeps the server's numbers of ways to connect, leaves out unknown ones, and offers a key where there is none", () => {
    expect(providers[0]?.methods).toEqual([
      {
        type: "sign-in",
        label: "Sign in",
        index: 1,
        prompts: [
          { type: "text", key: "host", message: "Host", when: { key: "plan", is: false, value: "free" } },
          { type: "select", key: "plan", message: "plan", options: [{ label: "Free", value: "free", hint: "slow" }] },
        ],
      },
    ]);
    expect(providers[1]?.methods).toEqual([{ type: "key", label: "API key", prompts: [] }]);
    expect(skipped.sort()).toEqual(["auth method", "auth prompt", "provider", "provider"]);
  });

  it.each([[null], [[]], [{ all: 3 }]])("that is %j is a fault of the server's", (wrong) => {
    expect(() => decodeProviders(wrong, {}, {}, () => undefined)).toThrow("server-fault");
  });
});

describe("a sign-in", () => {
  it("leads to a page of the web alone", () => {
    const wire = { url: "https://p.example/x", method: "code", instructions: "Paste it" };
    expect(decodeSignIn(wire)).toEqual({ url: "https://p.example/x", instructions: "Paste it", wantsCode: true });
    expect(() => decodeSignIn({ ...wire, url: "javascript:alert(1)" })).toThrow("none of the web");
    expect(() => decodeSignIn(null)).toThrow("not as expected");
  });
});
