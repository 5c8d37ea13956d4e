import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { hold, text } from "../../tools/model/steps";
import { GOOD_CODE, knownProviders } from "../support/providers";
import { until } from "../support/until";
import { atHome, useScene } from "./scene";

const known = await knownProviders();
afterAll(() => known.remove());

const answer = () => [text("High water is at noon.")];
const { stage, nexus, panel } = useScene({
  script: answer,
  // A server's first answer takes long; here everything begins anew more than once.
  before: async (stage) => {
    await stage.addSession("Hello");
  },
  config: { more: known.config },
  server: { env: known.env },
});

const page = () => panel.page;
const picker = () => page().getByRole("combobox", { name: "Model", exact: true });
const search = () => page().getByRole("combobox", { name: "Search: Model" });
const list = () => page().getByRole("grid", { name: "Model" });
const model = (name: string | RegExp) => list().getByRole("gridcell", { name });
const group = (name: string) => list().getByRole("rowgroup", { name, exact: true });
const shownSays = (words: string | RegExp) => page().getByRole("status").filter({ hasText: words }).waitFor();

/** What the server says of a provider, by its own list. */
async function isConnected(id: string): Promise<boolean> {
  return ((await stage.get("/provider")) as { connected: string[] }).connected.includes(id);
}
async function offered(): Promise<string[]> {
  const { providers } = (await stage.get("/config/providers")) as { providers: { id: string }[] };
  return providers.map(({ id }) => id);
}

async function openPicker(): Promise<void> {
  await picker().click();
  await search().waitFor();
}

/** The list of providers, from the picker. */
async function openProviders(): Promise<void> {
  await openPicker();
  await panel.button("Connect a provider…").click();
  await page().getByRole("searchbox", { name: "Search providers" }).waitFor();
}
async function openProvider(name: string): Promise<void> {
  await openProviders();
  await page().getByRole("searchbox", { name: "Search providers" }).fill(name);
  await page().getByRole("listitem").getByRole("button", { name }).click();
}
const leave = () => panel.button("Back").click();

beforeEach(async () => {
  while ((await panel.button("Back").count()) > 0) await leave();
  await atHome(panel);
});

describe("the model picker", () => {
  test("keeps a star, a hidden model and a default by the keyboard alone", async () => {
    const keys = page().keyboard;
    await picker().focus();
    await keys.press("Enter");
    await search().waitFor();
    await keys.type("second");
    await model(/^Scripted \(second\).*200K.*\$1 \/ \$5.*Reads PDFs.*Reasons.*Uses tools/).waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await keys.press("Tab");
    await expect.poll(() => page().evaluate("document.activeElement.ariaLabel")).toBe("Favourite: Scripted (second)");
    await keys.press("Space");
    await page().getByRole("button", { name: "Favourite: Scripted (second)", pressed: true }).waitFor();
    await keys.press("Escape");
    await openPicker();
    await group("Favourites")
      .getByRole("gridcell", { name: /^Scripted \(second\)/ })
      .waitFor();
    await keys.press("ArrowDown");
    await keys.press("Enter");
    await picker().filter({ hasText: "Scripted (second)" }).waitFor();
    await openPicker();
    await panel.button("Use as default").click();
    await panel.button("Default for new sessions ✓").waitFor();
    await keys.press("Escape");
    await panel.ask("Which model are you?");
    await panel.answers.getByText("High water is at noon.").waitFor();
    expect(stage.model.requests.at(-1)?.body.model).toBe("second");
    await stage.finalTexts(await panel.sessionId());
    await panel.home();
    // The choice went with its session; the next one begins with the user's default.
    await picker().filter({ hasText: "Scripted (second)" }).waitFor();
    await openPicker();
    await panel.button("Default for new sessions ✓").click();
    await panel.button("Default for new sessions ✓").waitFor({ state: "detached" });
    await model(/^Scripted(?! \(second\))/).hover();
    await page().getByRole("button", { name: "Hide: Scripted", exact: true }).click();
    await model(/^Scripted(?! \(second\))/).waitFor({ state: "detached" });
    await panel.button("Hidden (1)").click();
    await page().getByRole("button", { name: "Show again: Scripted", exact: true }).click();
    await panel.button("Hidden (0)").waitFor();
    await keys.press("Escape");
  });
});

describe("the agent picker", () => {
  test("keeps a default, with which the next new session works", async () => {
    const agent = page().getByRole("combobox", { name: "Agent", exact: true });
    const usedBy = async (id: string) => {
      const messages = (await stage.get(`/session/${id}/message`)) as { info: { agent?: string } }[];
      return messages[0]?.info.agent;
    };
    await agent.filter({ hasText: "Build" }).click();
    await page().getByRole("option", { name: /^Plan/ }).click();
    await agent.filter({ hasText: "Plan" }).click();
    await panel.button("Use as default").click();
    await panel.button("Default for new sessions ✓").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await page().keyboard.press("Escape");
    await panel.ask("What is the plan?");
    await stage.finalTexts(await panel.sessionId());
    await panel.home();

    await agent.filter({ hasText: "Plan" }).waitFor();
    await panel.ask("And the next?");
    const id = await panel.sessionId();
    await stage.finalTexts(id);
    expect(await usedBy(id)).toBe("plan");
    await panel.home();
    await agent.click();
    await panel.button("Default for new sessions ✓").click();
    await page().keyboard.press("Escape");
    await agent.filter({ hasText: "Build" }).waitFor();
  });
});

describe("a provider", () => {
  test("is connected by a key, has its models found among hundreds, and is removed", async () => {
    await openProvider("Acme");
    const key = page().getByLabel("API key");
    await panel.button("Connect").click();
    await page().getByText("Enter the key.").waitFor();
    await key.fill("sk-test");
    await panel.button("Connect").click();
    await shownSays("Acme is connected");
    expect(await isConnected("acme")).toBe(true);
    expect(await offered()).toContain("acme");
    await leave();
    await openPicker();
    await page()
      .getByText(/^\d{3} more: type to find$/)
      .waitFor();
    await search().fill("sonnet 4");
    await model(/^Claude Sonnet 4\.5.*Acme.*200K.*Reads PDFs/).waitFor();
    await page().keyboard.press("Enter");
    await picker().filter({ hasText: "Claude Sonnet 4.5" }).waitFor();
    await openProvider("Acme");
    await panel.button("Remove…").click();
    await page().getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
    await shownSays("Acme is removed");
    expect(await isConnected("acme")).toBe(false);
    await leave();
    await openPicker();
    await search().fill("sonnet 4");
    await page().getByText("No model found").waitFor();
    await page().keyboard.press("Escape");
    expect(nexus.console.join()).not.toContain("sk-test");
  });

  test("that is connected while an agent works ends nothing, and is used after that", async () => {
    const held = hold();
    stage.model.setScript(() => [text("Slack "), held.step, text("water.")]);
    await panel.ask("When does the tide turn?");
    await held.reached;
    const id = await panel.sessionId();
    await openProvider("Acme");
    await page().getByLabel("API key").fill("sk-test");
    await panel.button("Connect").click();
    await panel.button("Stop and use now").waitFor();
    expect(await offered()).not.toContain("acme");
    stage.model.setScript(answer);
    held.release();
    await until(async () => (await offered()).includes("acme"), "The key in use");
    expect((await stage.finalTexts(id)).at(-1)?.text).toBe("Slack water.");
    await shownSays(/its models can be chosen/);
    await leave();
  });

  test("is signed in to by itself as soon as the provider's page says so, and not by a refusal or after a cancel", async () => {
    await openProvider("Harbour");
    await page().getByRole("radio", { name: "By itself" }).check();
    const begin = async () => {
      const tab = nexus.chromium.context.waitForEvent("page");
      await panel.button("Sign in").click();
      await (await tab).close();
      await shownSays("Waiting until you are signed in");
      await page().getByText("TIDE-1234", { exact: true }).waitFor();
    };
    await begin();
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.button("Cancel").click();
    await panel.button("Sign in").waitFor();
    expect(await page().getByRole("alert").count()).toBe(0);
    await begin();
    await known.decide("no");
    await page().getByRole("alert").waitFor();
    await panel.button("Sign in").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    expect(await isConnected("harbour")).toBe(false);
    await begin();
    await known.decide("yes");
    await shownSays("Harbour is connected");
    expect(await isConnected("harbour")).toBe(true);
    expect(await offered()).toContain("harbour");
    await page().getByRole("listitem").getByRole("button", { name: "Harbour" }).click();
    await panel.button("Remove…").click();
    await page().getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
    await shownSays("Harbour is removed");
    expect(await isConnected("harbour")).toBe(false);
    await leave();
  });

  test("is signed in to with answers and a code, after one that was wrong", async () => {
    await openProvider("Harbour");
    await page().getByRole("combobox", { name: "Plan" }).selectOption("paid");
    await page().getByLabel("Berth").fill("7");
    const tab = nexus.chromium.context.waitForEvent("page");
    await panel.button("Sign in").click();
    expect((await tab).url()).toMatch(/^(http:\/\/127\.0\.0\.1:9\/sign-in|chrome-error:|about:blank)/);
    await (await tab).close();
    const link = page().getByRole("link", { name: "Open the page again" });
    expect(await link.getAttribute("href")).toBe("http://127.0.0.1:9/sign-in?plan=paid&berth=7");
    const code = page().getByRole("textbox", { name: "Code" });
    await code.fill("high-water");
    await panel.button("Connect").click();
    await page().getByRole("alert").getByText("The code was not accepted").waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    expect(await isConnected("harbour")).toBe(false);
    await code.fill(GOOD_CODE);
    await panel.button("Connect").click();
    await shownSays("Harbour is connected");
    expect(await offered()).toContain("harbour");
    await leave();
  });

  test("of one's own is an endpoint, whose model answers", async () => {
    await openProviders();
    await panel.button("Add an endpoint…").click();
    await panel.button("Add").click();
    await page().getByText("Name one model at least, as the endpoint calls it.").waitFor();
    await page().getByLabel("Name", { exact: true }).fill("My tides");
    await page().getByLabel("Base URL").fill(stage.model.url);
    await page().getByLabel("Models").fill("spring, neap");
    await page().getByLabel("API key, if it wants one").fill("sk-own");
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.button("Add").click();
    await shownSays("My tides is connected");
    expect(await isConnected("my-tides")).toBe(true);
    await leave();
    await openPicker();
    await search().fill("neap");
    await model(/^neap.*My tides/).click();
    await panel.ask("When is neap tide?");
    await panel.answers.getByText("High water is at noon.").waitFor();
    const request = stage.model.requests.at(-1);
    expect(request?.body.model).toBe("neap");
    expect(request?.headers.authorization).toBe("Bearer sk-own");
    await stage.finalTexts(await panel.sessionId());
    await openProvider("My tides");
    await panel.button("Remove…").click();
    await page().getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
    await shownSays("My tides is removed");
    expect(await isConnected("my-tides")).toBe(false);
    await leave();
  });
});
