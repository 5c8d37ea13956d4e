import { expect, test } from "vitest";
import { hold, text } from "../../../tools/model/steps";
import { GOOD_CODE } from "../../support/providers";
import { until } from "../../support/until";
import {
  answer,
  isConnected,
  known,
  leave,
  model,
  nexus,
  offered,
  openPicker,
  openProvider,
  page,
  panel,
  picker,
  search,
  shownSays,
  stage,
} from "./scene";

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

test("has all of its models hidden at once and shown again, also when they are all there are", async () => {
  const keys = page().keyboard;
  await openProvider("Acme");
  await page().getByLabel("API key").fill("sk-test");
  await panel.button("Connect").click();
  await shownSays("Acme is connected");
  await leave();
  await openPicker();
  await search().fill("ebb");
  await model(/^Ebb.*Acme.*Free/).waitFor();
  await search().fill("flow");
  expect(await model(/^Flow.*Acme/).textContent()).not.toContain("Free");
  await search().fill("");

  await panel.button("By provider").click();
  await search().fill("acme");
  await model(/^Acme.*303 models$/).waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await search().press("Enter");
  await model(/^Acme.*303 models, hidden$/).waitFor();
  await search().fill("");
  await keys.press("ArrowDown");
  await model(/^Scripted.*2 models$/).waitFor();
  await page().getByRole("button", { name: "Hide all: Scripted", exact: true }).click();
  await model(/^Scripted.*2 models, hidden$/).waitFor();
  await panel.button("By provider").click();
  await page().getByText("All models are hidden").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await search().fill("sonnet");
  await page().getByText("No model found, but 1 that is hidden").waitFor();
  await panel.button("Show hidden models").click();
  await model(/^Claude Sonnet 4\.5/).waitFor();
  await page().getByRole("button", { name: "Show again: Claude Sonnet 4.5", exact: true }).click();
  await panel.button("Hidden (304)").click();
  await model(/^Claude Sonnet 4\.5.*Acme/).waitFor();

  await search().fill("");
  await panel.button("By provider").click();
  await model(/^Acme.*303 models, 302 hidden$/).waitFor();
  await page().getByRole("button", { name: "Show all: Acme", exact: true }).click();
  await page().getByRole("button", { name: "Show all: Scripted", exact: true }).click();
  await model(/^Scripted.*2 models$/).waitFor();
  await panel.button("By provider").click();
  await search().fill("scripted");
  await model(/^Scripted(?! \(second\))/).waitFor();
  await keys.press("Escape");
  await openProvider("Acme");
  await panel.button("Remove…").click();
  await page().getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await shownSays("Acme is removed");
  await leave();
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
