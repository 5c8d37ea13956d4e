import { afterAll, beforeEach } from "vitest";
import { text } from "../../../tools/model/steps";
import { knownProviders } from "../../support/providers";
import { atHome, useScene } from "../scene";

export const known = await knownProviders();
afterAll(() => known.remove());

export const answer = () => [text("High water is at noon.")];
export const { stage, nexus, panel } = useScene({
  script: answer,
  // A server's first answer takes long; here everything begins anew more than once.
  before: async (stage) => {
    await stage.addSession("Hello");
  },
  config: { more: known.config },
  server: { env: known.env },
});

export const page = () => panel.page;
export const picker = () => page().getByRole("combobox", { name: "Model", exact: true });
export const search = () => page().getByRole("combobox", { name: "Search: Model" });
export const list = () => page().getByRole("grid", { name: "Model" });
export const model = (name: string | RegExp) => list().getByRole("gridcell", { name });
export const group = (name: string) => list().getByRole("rowgroup", { name, exact: true });
export const shownSays = (words: string | RegExp) => page().getByRole("status").filter({ hasText: words }).waitFor();

/** What the server says of a provider, by its own list. */
export async function isConnected(id: string): Promise<boolean> {
  return ((await stage.get("/provider")) as { connected: string[] }).connected.includes(id);
}
export async function offered(): Promise<string[]> {
  const { providers } = (await stage.get("/config/providers")) as { providers: { id: string }[] };
  return providers.map(({ id }) => id);
}

export async function openPicker(): Promise<void> {
  await picker().click();
  await search().waitFor();
}

/** The list of providers, from the picker. */
export async function openProviders(): Promise<void> {
  await openPicker();
  await panel.button("Connect a provider…").click();
  await page().getByRole("searchbox", { name: "Search providers" }).waitFor();
}
export async function openProvider(name: string): Promise<void> {
  await openProviders();
  await page().getByRole("searchbox", { name: "Search providers" }).fill(name);
  await page().getByRole("listitem").getByRole("button", { name }).click();
}
export const leave = () => panel.button("Back").click();

beforeEach(async () => {
  while ((await panel.button("Back").count()) > 0) await leave();
  await atHome(panel);
});
