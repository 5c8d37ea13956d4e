import { beforeAll, expect, test } from "vitest";
import { hold, text, tool } from "../../../tools/model/steps";
import type { PanelDriver } from "../panel";
import { atHome } from "../scene";
import { story } from "../story";
import { nexus, panel, stage } from "./scene";

beforeAll(() => atHome(panel));

const named = (role: Parameters<PanelDriver["page"]["getByRole"]>[0], name: string) =>
  panel.page.getByRole(role, { name, exact: true });

/** The name says which state it is in, in one of the design's words. */
const connection = () => panel.status.textContent();

/** A walk through the panel; what other tests and screen readers go by is named here once. */
test("the names that tests and screen readers rely on", async () => {
  expect(await connection()).toMatch(/^Connected /);
  await named("button", "New session").waitFor();
  await named("button", "Settings").waitFor();
  await named("searchbox", "Search sessions").waitFor();
  await named("textbox", "Message").waitFor();
  await named("button", "Send").waitFor();
  for (const picker of ["Agent", "Model", "Effort"]) {
    await panel.page.getByRole("combobox", { name: picker, exact: true }).waitFor();
  }

  // Working.
  const half = hold();
  stage.model.setScript(() => [text(`${story("ebb", 20)}\n\n`), half.step, text("The end.")]);
  await panel.ask("Tides in short");
  await named("log", "Conversation").waitFor();
  await panel.answers.getByText("ebb-20-12").waitFor();
  const open = panel.page.getByRole("article", { name: "Tides in short", exact: true });
  await open.waitFor();
  const id = (await open.getAttribute("data-session-id")) ?? "";
  expect(await open.getAttribute("data-state")).toBe("working");
  for (const who of ["You", "Assistant"]) {
    expect(await named("article", who).getAttribute("data-message-id")).toMatch(/^msg_/);
  }
  await named("button", "Stop").waitFor();
  await panel.conversation.evaluate((log) => {
    log.scrollTop = 0;
  });
  await named("button", "Jump to latest").waitFor();
  half.release();
  await named("button", "Stop").waitFor({ state: "detached" });
  await expect.poll(() => open.getAttribute("data-state")).toBe("idle");

  // Cards.
  await named("button", "All sessions").click();
  await named("list", "Active sessions").waitFor();
  const card = named("list", "Active sessions").getByRole("article", { name: "Tides in short", exact: true });
  expect(await card.getAttribute("data-session-id")).toBe(id);
  await expect.poll(() => card.getAttribute("data-state")).toBe("idle");
  const opener = card.getByRole("button", { name: "Tides in short", exact: true });
  expect(await opener.getAttribute("aria-expanded")).toBe("false");
  await opener.click();
  const pill = panel.page.getByRole("button", { name: "Tides in short", exact: true, expanded: true });
  await pill.waitFor();

  // Waiting.
  stage.model.setScript(({ results }) =>
    results.length > 0 ? [text("Done.")] : [tool("bash", { command: "pwd", description: "Where" })],
  );
  await panel.ask("Run something");
  const permission = named("group", "Permission: bash");
  for (const reply of ["Allow once", "Allow always", "Reject"]) {
    await permission.getByRole("button", { name: reply, exact: true }).waitFor();
  }
  await expect.poll(() => open.getAttribute("data-state")).toBe("waiting");
  await permission.getByRole("button", { name: "Allow once" }).click();
  await panel.answers.getByText("Done.").waitFor();

  const options = [
    { label: "Brest", description: "Atlantic" },
    { label: "Hamburg", description: "Elbe" },
  ];
  stage.model.setScript(({ results }) =>
    results.length > 0
      ? [text("Thanks.")]
      : [tool("question", { questions: [{ header: "Harbour", question: "Which?", options }] })],
  );
  await panel.ask("Ask me");
  const question = named("group", "Question: Harbour");
  await question.getByRole("radio", { name: "Brest" }).check();
  await question.getByRole("button", { name: "Dismiss", exact: true }).waitFor();
  await question.getByRole("button", { name: "Answer", exact: true }).click();
  await panel.answers.getByText("Thanks.").waitFor();

  // History.
  stage.model.setScript(() => [text("Hello.")]);
  await stage.addSession("Another matter");
  await named("button", "All sessions").click();
  await named("list", "History").getByRole("button", { name: "Another matter", exact: true }).waitFor();
  await named("searchbox", "Search sessions").fill("another");
  await named("list", "History").getByRole("button", { name: "Another matter", exact: true }).waitFor();
  expect(await panel.page.getByRole("button", { name: "Tides in short", exact: true }).count()).toBe(0);
  expect(await nexus.violations(panel)).toEqual([]);
  await named("searchbox", "Search sessions").fill("");

  // A new session's own screen, and the settings.
  await named("button", "New session").click();
  await named("textbox", "Message").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
  await named("button", "All sessions").click();
  await named("button", "Settings").click();
  await panel.page.getByRole("heading", { name: "Servers" }).waitFor();
  expect(await nexus.violations(panel)).toEqual([]);

  // The connection's other words.
  await named("button", "Disconnect").click();
  await expect.poll(connection).toBe("Not connected");
  await stage.server.stop();
  await named("button", "Connect").click();
  await expect.poll(connection).toMatch(/^Reconnecting /);
  await nexus.chromium.context.setOffline(true);
  await named("button", "Reconnect now").click();
  await expect.poll(connection).toBe("Offline: Local waits for the network");
});
