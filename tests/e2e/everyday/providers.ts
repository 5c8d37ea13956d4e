import { expect, test } from "vitest";
import { nexus, sidebar, stage } from "./scene";

const connected = async () => ((await stage.get("/provider")) as { connected: string[] }).connected;

async function openAcme(): Promise<void> {
  await sidebar.real.click({ role: "combobox", name: "Model" });
  await sidebar.press("Connect a provider…");
  await sidebar.real.fill({ role: "searchbox", name: "Search providers" }, "acme");
  await sidebar.real.click({ css: "main li button" });
}

test("a provider is connected by a key, which the server has alone, and removed again", async () => {
  await openAcme();
  expect(await nexus.violations(sidebar)).toEqual([]);
  await sidebar.real.fill({ css: "input[type=password]" }, "sk-sidebar");
  await sidebar.press("Connect");
  await sidebar.says("Acme is connected");
  expect(await connected()).toContain("acme");
  const stored = "browser.storage.local.get().then((all) => JSON.stringify(all))";
  expect(await sidebar.real.evaluate(stored)).not.toContain("sk-sidebar");
  await sidebar.press("Back");

  await sidebar.real.click({ role: "combobox", name: "Model" });
  await sidebar.real.type("sonnet 4");
  await sidebar.says("Claude Sonnet 4.5");
  await sidebar.real.press("Escape");
  await openAcme();
  await sidebar.press("Remove…");
  await sidebar.real.click({ css: "[role=dialog] button[data-variant=danger]" });
  await sidebar.says("Acme is removed");
  expect(await connected()).not.toContain("acme");
  await sidebar.press("Back");
});
