import { beforeAll, expect, test } from "vitest";
import { hold, text } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { nexus, panel, stage } from "./scene";

let session: string;
beforeAll(async () => {
  stage.model.setScript(() => [text("Hello.")]);
  await atHome(panel);
  await panel.ask("Before the break");
  await panel.answers.getByText("Hello.").waitFor();
  session = await panel.sessionId();
  await panel.home();
});

test("a server that goes away is waited for: the panel counts down and keeps showing what it knows", async () => {
  await stage.server.stop();
  await panel.page.getByText(/^Reconnecting in \d+ s$/).waitFor();
  await expect.poll(() => panel.status.textContent()).toBe("Reconnecting to Local");
  await panel.page.getByText("The server does not answer", { exact: true }).waitFor();
  await panel.card(session).waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
});

test("what was saved can be read meanwhile, and says that it is a copy", async () => {
  await panel.openSession("Before the break");
  await panel.answers.getByText("Hello.").waitFor();
  await panel.page.getByText("Offline copy").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.home();
});

test("“Reconnect now” does not wait for the countdown, and what is new at the server is there", async () => {
  await stage.server.restart();
  await stage.addSession("While you were away");
  const now = panel.button("Reconnect now");
  // It may have come back by itself in the very moment.
  await now.click({ timeout: 2_000 }).catch(() => panel.connected());
  await panel.connected();
  await panel.page.getByRole("button", { name: "While you were away", exact: true }).waitFor();
  expect(await panel.page.getByText("The server does not answer", { exact: true }).count()).toBe(0);
  expect(await nexus.violations(panel)).toEqual([]);
});

test("a server killed in the middle of an answer leaves it marked as interrupted, once it is back", async () => {
  const half = hold();
  stage.model.setScript(() => [text("Half of the"), half.step, text(" answer.")]);
  await panel.ask("A long story");
  await panel.answers.getByText("Half of the").waitFor();
  await stage.server.kill();
  await expect.poll(() => panel.status.textContent()).toBe("Reconnecting to Local");
  await stage.server.restart();
  half.release();
  await panel.connected();
  await panel.answers.getByText("Interrupted: the server stopped before the end").waitFor();
  await panel.stop.waitFor({ state: "detached" });
  expect(await nexus.violations(panel)).toEqual([]);
});
