import { beforeEach, describe, expect, test } from "vitest";
import { text } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { nexus, panel, stage } from "./scene";

beforeEach(() => atHome(panel));

const search = () => panel.page.getByRole("searchbox", { name: "Search sessions" });
const results = () => panel.page.getByRole("list", { name: "Found in conversations" });
const item = (name: string) => panel.page.getByRole("menuitem", { name, exact: true });

async function close(id: string): Promise<void> {
  await panel.card(id).getByRole("button", { name: "Card actions" }).click();
  await item("Close").click();
}

describe("what was said", () => {
  test("is found from home, and opens where it was said with the words looked for", async () => {
    stage.model.setScript(() => [text("The **neap** tide is the lowest of the month.")]);
    await panel.ask("Which tide is low?");
    await panel.answers.getByText("neap").waitFor();
    const id = await panel.sessionId();
    await stage.finalTexts(id);
    await panel.home();
    await search().fill("NEAP tide");
    await results().locator("mark").getByText("neap tide", { exact: true }).waitFor();
    expect(await results().getByRole("listitem").count()).toBe(1);
    expect(await nexus.violations(panel)).toEqual([]);
    await results().locator("[data-text-open]").click();
    await panel.conversation.waitFor();
    expect(await panel.sessionId()).toBe(id);
    const bar = panel.page.getByRole("search", { name: "Find in session" });
    await expect.poll(() => bar.getByRole("searchbox").inputValue()).toBe("NEAP tide");
    await bar.getByText("1 of 1").waitFor();
  });

  test("is found with its session's menu, which renames and deletes there", async () => {
    stage.model.setScript(() => [text("The **spring** tide is the highest of the month.")]);
    await panel.ask("Which tide is high?");
    await panel.answers.getByText("spring").waitFor();
    await stage.finalTexts(await panel.sessionId());
    await panel.home();
    await search().fill("spring tide is");
    await results().getByRole("button", { name: "Session actions" }).click();
    expect(await nexus.violations(panel)).toEqual([]);
    await item("Rename…").click();
    await panel.page.getByRole("dialog").getByRole("textbox").fill("المد العالي");
    await panel.page.keyboard.press("Enter");
    await results().getByRole("button", { name: "المد العالي" }).waitFor();
    await results().getByRole("button", { name: "Session actions" }).press("ArrowDown");
    await item("Delete").click();
    await results().waitFor({ state: "detached" });
    await panel.page
      .getByRole("status", { name: "Search in conversations" })
      .getByText(/^Not said in/)
      .waitFor();
    await panel.button("Undo").click();
    await results().getByRole("button", { name: "المد العالي" }).waitFor();
    await search().fill("");
  });
});

/** Opens what is unread, so that nothing is any more. */
async function readAll(): Promise<void> {
  await atHome(panel);
  const marks = panel.page.getByText("Unread", { exact: true });
  for (let left = await marks.count(); left > 0; left = await marks.count()) {
    await panel.page.keyboard.press("Alt+Shift+U");
    await panel.conversation.waitFor();
    await panel.home();
    await expect.poll(() => marks.count()).toBeLessThan(left);
  }
}

describe("a session below the cards", () => {
  test("is marked as unread when it has gone on unseen, and a key opens it", async () => {
    await readAll();
    const id = await stage.addSession("Where is the pilot?");
    await panel.openSession("Where is the pilot?");
    await panel.home();
    const row = panel.history.locator(`[data-session-id="${id}"]`);
    const unread = row.getByText("Unread", { exact: true });
    await close(id);
    await row.waitFor();
    expect(await unread.count()).toBe(0);

    await stage.prompt(id, "And where is she now?");
    await stage.finalTexts(id);
    await unread.waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.page.keyboard.press("Alt+Shift+U");
    await expect.poll(() => panel.sessionId()).toBe(id);
    await panel.home();
    await close(id);
    await row.waitFor();
    expect(await unread.count()).toBe(0);
  });
});
