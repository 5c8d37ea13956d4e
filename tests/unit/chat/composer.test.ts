import { describe, expect, test } from "vitest";
import { defaultTarget, targetId, targetOfId, targetOptions, typedTargets } from "../../../components/chat/new/targets";
import {
  agentOptions,
  defaultModelOf,
  effortOptions,
  inForce,
  isDemo,
  withoutDefaultVariant,
} from "../../../components/composer/choices";
import { sends } from "../../../components/composer/keys";
import { grouped, matching, moved } from "../../../components/composer/pickers/options";
import { whyNotReady } from "../../../components/composer/ready";
import { writtenOf } from "../../../components/composer/written";
import { type Catalog, emptyServer, emptyState, type Model, type State } from "../../../lib/model";

const model = (providerId: string, id: string, name: string, variants: string[] = []): Model => ({
  id,
  providerId,
  name,
  contextLimit: 0,
  reads: [],
  reasoning: false,
  tools: true,
  variants,
});
const catalog: Catalog = {
  agents: [
    { name: "build", mode: "primary", hidden: false },
    { name: "plan", mode: "primary", hidden: false, model: { providerId: "b", modelId: "two" } },
    { name: "explore", mode: "subagent", hidden: false },
    { name: "title", mode: "primary", hidden: true },
  ],
  providers: [
    { id: "a", name: "Alpha", models: [model("a", "one", "One", ["low", "high"])] },
    { id: "b", name: "Beta", models: [model("b", "two", "Two")] },
  ],
  commands: [],
  defaultModel: { providerId: "a", modelId: "one" },
};

describe("Enter", () => {
  const enter = { key: "Enter", shiftKey: false, altKey: false, isComposing: false, keyCode: 13 };

  test("sends; with Shift, or while an input method composes, it does not", () => {
    expect(sends(enter)).toBe(true);
    expect(sends({ ...enter, shiftKey: true })).toBe(false);
    expect(sends({ ...enter, isComposing: true })).toBe(false);
    expect(sends({ ...enter, keyCode: 229 })).toBe(false);
    expect(sends({ ...enter, key: "a" })).toBe(false);
  });
});

describe("what can be chosen", () => {
  test("agents a user talks to, the default first", () => {
    expect(agentOptions(catalog).map((option) => option.label)).toEqual(["Default (Build)", "Build", "Plan"]);
  });

  test("an agent's own model is its default", () => {
    expect(defaultModelOf(catalog, "plan")).toEqual({ providerId: "b", modelId: "two" });
    expect(defaultModelOf(catalog, undefined)).toEqual({ providerId: "a", modelId: "one" });
  });

  test("a default that is not configured is named, unless the agent has a model of its own", () => {
    const assumed = { ...catalog, isDefaultAssumed: true } as const;
    const unsent = { text: "Hello", context: [] };
    expect(writtenOf(unsent, assumed, {}).model).toEqual({ providerId: "a", modelId: "one" });
    expect(writtenOf(unsent, assumed, { agent: "plan" })).not.toHaveProperty("model");
    expect(writtenOf(unsent, catalog, {})).not.toHaveProperty("model");
    const two = { providerId: "b", modelId: "two" };
    expect(writtenOf(unsent, assumed, { model: two }).model).toEqual(two);
  });

  test("a choice that is still offered is in force as it is", () => {
    const two = { providerId: "b", modelId: "two" };
    expect(inForce(catalog, "plan", two)).toEqual({ agent: "plan", model: two, lost: [] });
    expect(inForce(catalog, undefined, undefined)).toEqual({ lost: [] });
    // What is offered is not known yet.
    expect(inForce(undefined, "gone", { providerId: "x", modelId: "y" })).toMatchObject({ agent: "gone", lost: [] });
  });

  test("a choice that is not offered any more gives way to the default, by name", () => {
    const gone = { providerId: "a", modelId: "three" };
    expect(inForce(catalog, undefined, gone)).toEqual({ model: catalog.defaultModel, lost: ["Model “three”"] });
    expect(inForce(catalog, "old", gone)).toEqual({
      agent: "build",
      model: catalog.defaultModel,
      lost: ["Agent “Old”", "Model “three”"],
    });
    expect(inForce(catalog, "plan", gone)).toMatchObject({ model: { providerId: "b", modelId: "two" } });
    // A default that is no better is left to the server.
    expect(inForce({ ...catalog, defaultModel: gone }, undefined, gone)).toEqual({ lost: ["Model “three”"] });
  });

  test("efforts only of models that have some", () => {
    expect(effortOptions(catalog, { providerId: "a", modelId: "one" }).map(({ id }) => id)).toEqual([
      "default",
      "low",
      "high",
    ]);
    expect(effortOptions(catalog, { providerId: "b", modelId: "two" })).toEqual([]);
  });

  test("the server's name for no variant is none", () => {
    expect(withoutDefaultVariant({ providerId: "a", modelId: "one", variant: "default" })).toEqual({
      providerId: "a",
      modelId: "one",
    });
  });

  test("a scripted demo is known by its provider", () => {
    expect(isDemo({ providerId: "nexus-demo", modelId: "x" })).toBe(true);
    expect(isDemo(catalog.defaultModel)).toBe(false);
  });
});

describe("a list to choose from", () => {
  const options = catalog.providers.flatMap(({ name, models }) =>
    models.map((one) => ({ id: `${one.providerId}/${one.id}`, label: one.name, group: name })),
  );

  test("is searched by every word, in name and group", () => {
    expect(matching(options, "beta TW").map(({ label }) => label)).toEqual(["Two"]);
    expect(matching(options, "alpha two")).toEqual([]);
    expect(grouped(options).map((group) => group.name)).toEqual(["Alpha", "Beta"]);
  });

  test("goes round with the arrows", () => {
    expect(moved("ArrowDown", 2, 3)).toBe(0);
    expect(moved("ArrowUp", 0, 3)).toBe(2);
    expect(moved("a", 0, 3)).toBeUndefined();
    expect(moved("ArrowDown", 0, 0)).toBeUndefined();
  });
});

describe("where a new session works", () => {
  function stateWith(names: string[]): State {
    const state = emptyState();
    for (const name of names) {
      const profile = { id: name, name, url: "http://127.0.0.1", hasPassword: false, headerNames: [], enabled: true };
      const server = emptyServer(profile);
      server.connection = { status: "connected", since: 0 };
      server.projects = [
        { id: "p", directory: "/code/shop" },
        { id: "global", directory: "/" },
      ];
      state.servers[name] = server;
    }
    return state;
  }
  const session = (id: string, directory: string, updatedAt: number) => ({
    id,
    title: id,
    directory,
    projectId: "p",
    createdAt: 0,
    updatedAt,
  });

  test("is where the latest session did", () => {
    const state = stateWith(["Local"]);
    const { Local } = state.servers;
    if (Local)
      Local.sessions = { a: session("a", "/code/api", 5), b: session("b", "/code/shop", 9), c: session("c", "/", 20) };
    expect(defaultTarget(state)).toEqual({ server: "Local", directory: "/code/shop" });
    expect(targetOptions(state).map(({ label }) => label)).toEqual(["shop", "api"]);
  });

  test("can be a path that was typed, on each server", () => {
    const state = stateWith(["Local", "Work"]);
    expect(typedTargets(state, " /code/new/ ").map(({ id }) => targetOfId(id))).toEqual([
      { server: "Local", directory: "/code/new" },
      { server: "Work", directory: "/code/new" },
    ]);
    expect(typedTargets(state, "C:\\work")).toHaveLength(2);
    expect(typedTargets(state, "shop")).toEqual([]);
    expect(typedTargets(state, "/code/shop")).toEqual([]);
  });

  test("keeps paths with spaces", () => {
    const target = { server: "Local", directory: "/my code/x" };
    expect(targetOfId(targetId(target))).toEqual(target);
  });

  test("is nowhere without a server", () => {
    expect(defaultTarget(emptyState())).toBeUndefined();
  });
});

describe("why nothing can be sent", () => {
  test("is said in words, and nothing when it can", () => {
    const profile = { id: "s", name: "Local", url: "http://x", hasPassword: false, headerNames: [], enabled: true };
    const server = { ...emptyServer(profile), connection: { status: "connected", since: 0 } as const };
    expect(whyNotReady(server, "connected")).toBeUndefined();
    expect(whyNotReady(server, "reconnecting")).toMatch(/text is kept/);
    expect(whyNotReady({ ...server, connection: { status: "offline" } }, "connected")).toMatch(/offline/);
    expect(whyNotReady(undefined, "connected")).toMatch(/Choose/);
  });
});
