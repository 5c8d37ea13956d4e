import { expect, test } from "vitest";
import {
  isConnected,
  leave,
  model,
  nexus,
  openPicker,
  openProvider,
  openProviders,
  page,
  panel,
  search,
  shownSays,
  stage,
} from "./scene";

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
  await panel.home();
  await remove("My tides");
});

test("is changed, and keeps what is not", async () => {
  await openProviders();
  await panel.button("Add an endpoint…").click();
  await field("Name").fill("Our tides");
  await field("Base URL").fill(stage.model.url);
  await field("Models").fill("spring, neap");
  await page().getByLabel("API key, if it wants one").fill("sk-own");
  await panel.button("Add").click();
  await shownSays("Our tides is connected");
  // What somebody has written into the configuration by hand.
  const byHand = { options: { headers: { "x-tide": "high" } }, models: { neap: { name: "Neap tide" } } };
  await fetch(`${stage.server.url}/global/config`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ provider: { "our-tides": byHand } }),
  });
  await leave();

  await openProvider("Our tides");
  await panel.button("Change…").click();
  await page().getByRole("heading", { name: "Change “Our tides”" }).waitFor();
  expect(await field("Models").inputValue()).toBe("spring, neap");
  expect(await nexus.violations(panel)).toEqual([]);
  await field("Name").fill("scripted");
  await field("Base URL").fill("127.0.0.1:1");
  await field("Models").fill(" , ");
  await panel.button("Save").click();
  await page().getByText("There is a provider called “scripted” already. Choose another name.").waitFor();
  await page().getByText("Enter an address that begins with http:// or https://.").waitFor();
  await page().getByText("Name one model at least, as the endpoint calls it.").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);

  await field("Name").fill("مد وجزر");
  await field("Base URL").fill(stage.model.url);
  await field("Models").fill("neap, ebb");
  await stage.server.stop();
  await panel.button("Save").click();
  await page().getByRole("alert").waitFor();
  expect(await field("Name").inputValue()).toBe("مد وجزر");
  await stage.server.restart();
  await panel.connected();
  await panel.button("Save").click();
  await shownSays("مد وجزر is changed");
  const { provider } = (await stage.get("/global/config")) as { provider: Record<string, unknown> };
  expect(provider["our-tides"]).toMatchObject({ ...byHand, name: "مد وجزر" });
  await leave();

  await openPicker();
  await search().fill("مد");
  await model(/^ebb/).waitFor();
  expect(await model(/^spring/).count()).toBe(0);
  await model(/^Neap tide/).click();
  await panel.ask("When is neap tide?");
  await panel.answers.getByText("High water is at noon.").waitFor();
  const request = stage.model.requests.at(-1);
  expect(request?.body.model).toBe("neap");
  expect(request?.headers).toMatchObject({ authorization: "Bearer sk-own", "x-tide": "high" });
  await stage.finalTexts(await panel.sessionId());

  const removal = page().getByRole("checkbox", { name: "Remove its API key from the server" });
  await openProvider("مد وجزر");
  await panel.button("Change…").click();
  await removal.check();
  expect(await field("New API key").count()).toBe(0);
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.button("Save").click();
  await shownSays("مد وجزر is changed");
  await leave();
  await panel.ask("And without a key?");
  await panel.answers.nth(1).getByText("High water is at noon.").waitFor();
  expect(stage.model.requests.at(-1)?.headers.authorization).toBeUndefined();
  await stage.finalTexts(await panel.sessionId());
  await panel.home();
  await openProvider("مد وجزر");
  await panel.button("Change…").click();
  await page().getByText("It has none. A new one goes to the server").waitFor();
  expect(await removal.count()).toBe(0);
  await panel.button("Back").click();
  await panel.button("Back").click();
  await leave();
  await remove("مد وجزر");
});

const field = (label: string) => page().getByLabel(label, { exact: true });

async function remove(name: string): Promise<void> {
  await openProvider(name);
  await panel.button("Remove…").click();
  await page().getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await shownSays(`${name} is removed`);
  await leave();
}
