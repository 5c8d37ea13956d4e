import { beforeEach, describe, expect, it, vi } from "vitest";
import { asUsualAgent } from "../../../components/composer/models/choosing";
import { changeModelChoices, noModelChoices, storedModelChoices } from "../../../lib/storage/model-choices";
import { resetBrowser, storeRaw } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(resetBrowser);

const one = { providerId: "p", modelId: "one" };
const two = { providerId: "p", modelId: "two", variant: "high" };

describe("what the user makes of models", () => {
  it("is kept for each server by itself", async () => {
    await changeModelChoices("a", (held) => ({ ...held, favourites: [one], usual: two }));
    await changeModelChoices("a", (held) => asUsualAgent(held, "plan"));
    expect((await storedModelChoices("a").load()).value).toEqual({
      ...noModelChoices(),
      favourites: [one],
      usual: two,
      usualAgent: "plan",
    });
    await changeModelChoices("a", (held) => asUsualAgent(held, undefined));
    expect((await storedModelChoices("a").load()).value).not.toHaveProperty("usualAgent");
    expect((await storedModelChoices("b").load()).value).toEqual(noModelChoices());
  });

  it("loses nothing when two panels change it at once", async () => {
    await Promise.all([
      changeModelChoices("a", (held) => ({ ...held, favourites: [one] })),
      changeModelChoices("a", (held) => ({ ...held, hidden: [two] })),
    ]);
    expect((await storedModelChoices("a").load()).value).toEqual({
      ...noModelChoices(),
      favourites: [one],
      hidden: [two],
    });
  });

  it("loses only the rows that cannot be read", async () => {
    const data = {
      favourites: [one, 7, { modelId: "x" }],
      recent: "none",
      hidden: [two],
      hiddenProviders: ["q", 8],
      usual: 3,
      usualAgent: 4,
    };
    await storeRaw({ "models:a": { v: 1, data } });
    expect(await storedModelChoices("a").load()).toEqual({
      value: { ...noModelChoices(), favourites: [one], hidden: [two], hiddenProviders: ["q"] },
      problem: "repaired",
    });
  });
});
