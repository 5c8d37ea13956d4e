import { beforeAll, expect, test } from "vitest";
import { text } from "../../tools/model/steps";
import { useNexus, useStage } from "./scene";

const stages = {
  sea: useStage({ script: () => [text("From the sea.")] }),
  land: useStage({ script: () => [text("From the land.")] }),
};
let sessions: { sea: string; land: string };
beforeAll(async () => {
  sessions = { sea: await stages.sea.addSession("Ask the sea"), land: await stages.land.addSession("Ask the land") };
});
const { nexus, panel, open } = useNexus();

const item = (name: string) =>
  panel.page
    .getByRole("list", { name: "Servers" })
    .getByRole("listitem")
    .filter({ has: panel.page.getByRole("heading", { name, exact: true }) });

async function settings(): Promise<void> {
  await panel.button("Settings").click();
  await item("Land").waitFor();
}

test("two servers are connected at the same time, and each session says whose it is", async () => {
  await panel.addServer({ name: "Sea", url: stages.sea.server.url });
  await expect.poll(() => panel.status.textContent()).toBe("Connected to Sea");
  await panel.button("Settings").click();
  await panel.addServer({ name: "Land", url: stages.land.server.url });
  await expect.poll(() => panel.status.textContent()).toBe("Connected to 2 servers");

  for (const [title, answer] of [
    ["Ask the sea", "From the sea."],
    ["Ask the land", "From the land."],
  ] as const) {
    await panel.openSession(title);
    await panel.answers.getByText(answer).waitFor();
    await panel.home();
  }
  await panel.card(sessions.sea).getByText("on Sea", { exact: true }).waitFor();
  await panel.card(sessions.land).getByText("on Land", { exact: true }).waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
});

test("a message goes to the server of its session", async () => {
  await panel.openSession("Ask the land");
  await panel.ask("Once more");
  await panel.answers.nth(1).getByText("From the land.").waitFor();
  expect(stages.land.model.requests.at(-1)?.prompt).toBe("Once more");
  expect(stages.sea.model.requests).toHaveLength(1);
  await panel.home();
});

test("a server that is disconnected stays so, and connects again on a click", async () => {
  await settings();
  await item("Land").getByRole("button", { name: "Disconnect" }).click();
  await item("Land").getByText("Not connected", { exact: true }).waitFor();
  expect(await panel.status.textContent()).toBe("Connected to Sea");
  expect(await nexus.violations(panel)).toEqual([]);
  await nexus.chromium.killWorker();
  await nexus.close(panel);
  await open();
  await expect.poll(() => panel.status.textContent()).toBe("Connected to Sea");
  await settings();
  await item("Land").getByRole("button", { name: "Connect", exact: true }).click();
  await item("Land")
    .getByText(/^Connected/)
    .waitFor();
});

test("a server that is edited keeps its sessions under its new name", async () => {
  await item("Land").getByRole("button", { name: "Edit" }).click();
  await panel.page.getByRole("textbox", { name: "Name", exact: true }).fill("Shore");
  await panel.button("Save and connect").click();
  await expect.poll(() => panel.status.textContent()).toBe("Connected to 2 servers");
  await panel.page.getByRole("article", { name: "Ask the land" }).getByText("on Shore", { exact: true }).waitFor();
});

test("a server that is removed goes with its sessions, after a question; the other one stays", async () => {
  await panel.button("Settings").click();
  await item("Shore")
    .getByRole("button", { name: /^Remove/ })
    .click();
  const dialog = panel.page.getByRole("dialog", { name: "Remove “Shore”?" });
  await dialog.waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await dialog.getByRole("button", { name: "Remove" }).click();
  await item("Shore").waitFor({ state: "detached" });
  await panel.button("Back").click();
  await panel.page.getByRole("article", { name: "Ask the sea" }).waitFor();
  expect(await panel.page.getByText("Ask the land").count()).toBe(0);
  const stored = await nexus.chromium.evaluateInWorker("chrome.storage.local.get().then(JSON.stringify)");
  expect(stored).not.toContain("Ask the land");
  expect((await stages.land.get("/session")) as unknown[]).toHaveLength(1);
});
