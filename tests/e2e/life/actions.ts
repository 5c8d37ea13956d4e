import type { Locator } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { byKeys } from "../by-keys";
import { atHome } from "../scene";
import { ANSWER, nexus, open, panel, sharing, stage } from "./scene";

interface WireSession {
  title: string;
  time: { archived?: number };
  share?: { url: string };
}

let id: string;
const card = () => panel.cards.locator(`article[data-session-id="${id}"]`);
const onServer = async () => (await stage.get(`/session/${id}`)) as WireSession;
const isGone = () =>
  stage.get(`/session/${id}`).then(
    () => false,
    (error: Error) => error.message.endsWith("404"),
  );

/** Chooses from the menu of a card, or of the open session. */
async function choose(item: string, of: Locator = card()): Promise<void> {
  await of.getByRole("button", { name: "Card actions" }).click();
  await panel.page.getByRole("menuitem", { name: item, exact: true }).click();
}

let count = 0;
/** Each test has a session of its own, with one answer, which is a card. */
beforeEach(async () => {
  await atHome(panel);
  await panel.ask(`Matter ${++count}`);
  await panel.answers.getByText(ANSWER).waitFor();
  id = await panel.sessionId();
  await stage.finalTexts(id);
  await panel.home();
  await card()
    .getByRole("button", { name: `Matter ${count}` })
    .waitFor();
});

describe("a session", () => {
  test("is renamed from its card, and while it is open", async () => {
    await choose("Rename…");
    const title = panel.page.getByRole("textbox", { name: "Title" });
    await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await title.inputValue()).toBe(`Matter ${count}`);
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.page.keyboard.type("The tides of Brest");
    await panel.page.keyboard.press("Enter");
    await card().getByRole("button", { name: "The tides of Brest" }).waitFor();
    expect((await onServer()).title).toBe("The tides of Brest");
    await panel.openSession("The tides of Brest");
    await choose("Rename…", panel.page.getByRole("main"));
    await title.fill("Brest");
    await panel.button("Rename").click();
    await panel.page.getByRole("article", { name: "Brest", exact: true }).waitFor();
    expect((await onServer()).title).toBe("Brest");
  });

  test("that is pinned stands first, whatever is used after it, and also for the next browser", async () => {
    const pinned = id;
    const order = () =>
      panel.cards.locator("article").evaluateAll((all) => all.map((one) => one.getAttribute("data-session-id")));
    await choose("Pin");
    await card().getByText("Pinned").waitFor({ state: "attached" });
    await panel.ask(`Matter ${++count}`);
    await panel.answers.getByText(ANSWER).waitFor();
    const later = await panel.sessionId();
    await stage.finalTexts(later);
    await panel.home();
    await expect.poll(async () => (await order()).slice(0, 2)).toEqual([pinned, later]);
    await nexus.chromium.restart();
    await open();
    await panel.connected();
    await expect.poll(async () => (await order()).slice(0, 2)).toEqual([pinned, later]);
    await card().getByText("Pinned").waitFor({ state: "attached" });
    await choose("Unpin");
    await expect.poll(async () => (await order()).slice(0, 2)).toEqual([later, pinned]);
  });

  test("that is archived is found under “Archived” alone, and comes back from there", async () => {
    const title = `Matter ${count}`;
    const row = () => panel.history.getByRole("button", { name: title, exact: true });
    const archived = panel.page.getByRole("button", { name: "Archived", exact: true });
    await choose("Archive");
    await card().waitFor({ state: "detached" });
    expect((await onServer()).time.archived).toBeGreaterThan(0);
    expect(await row().count()).toBe(0);
    // A search of titles looks everywhere, and says which are archived.
    const search = panel.page.getByRole("searchbox", { name: "Search sessions" });
    await search.fill(title);
    const found = panel.history.getByRole("listitem").filter({ hasText: title });
    await found.getByText("Archived", { exact: true }).waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await search.fill("");
    await archived.click();
    await row().waitFor();
    expect(await archived.getAttribute("aria-pressed")).toBe("true");
    expect(await nexus.violations(panel)).toEqual([]);
    await row().click();
    await panel.conversation.waitFor();
    await choose("Unarchive", panel.page.getByRole("main"));
    await expect.poll(async () => (await onServer()).time.archived || "none").toBe("none");
    await panel.home();
    await choose("Close");
    await archived.waitFor({ state: "detached" });
    await row().waitFor();
    // Also by what the server tells a panel that knows nothing of it.
    await nexus.close(panel);
    await open();
    await panel.connected();
    await row().waitFor();
  });

  test("that is deleted can be had back for some seconds", async () => {
    await choose("Delete");
    await card().waitFor({ state: "detached" });
    const undo = panel.button("Undo");
    await panel.page.getByText(`“Matter ${count}” is being deleted`).waitFor();
    await expect.poll(() => undo.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await nexus.violations(panel)).toEqual([]);
    await undo.click();
    await card().waitFor();
    await undo.waitFor({ state: "detached" });
    expect(await isGone()).toBe(false);
  });

  test("that is deleted while it is open goes at the server when nobody wants it back", async () => {
    await panel.openSession(`Matter ${count}`);
    await choose("Delete", panel.page.getByRole("main"));
    await panel.cards.or(panel.history).first().waitFor();
    await panel.button("Undo").waitFor();
    const dueAt = async () => {
      const { deletions } = (await panel.page.evaluate("chrome.storage.local.get('deletions')")) as {
        deletions: { data: { dueAt: number }[] };
      };
      return deletions.data[0]?.dueAt ?? 0;
    };
    // Whoever is at "Undo" is waited for.
    await panel.button("Undo").focus();
    const first = await dueAt();
    await expect.poll(dueAt).toBeGreaterThan(first);
    await panel.message.focus();
    expect(await isGone()).toBe(false);
    await expect.poll(isGone).toBe(true);
    await panel.button("Undo").waitFor({ state: "detached" });
    expect(await panel.page.getByRole("button", { name: `Matter ${count}`, exact: true }).count()).toBe(0);
  });

  test("that is deleted goes also when the panel is closed at once", async () => {
    await choose("Delete");
    await panel.button("Undo").waitFor();
    await nexus.close(panel);
    await expect.poll(isGone).toBe(true);
    await open();
    await panel.connected();
    expect(await panel.page.getByRole("button", { name: `Matter ${count}`, exact: true }).count()).toBe(0);
  });

  test("that another client deletes leaves what was written there, for a new session", async () => {
    await panel.openSession(`Matter ${count}`);
    await panel.message.fill("Half a thought");
    await fetch(`${stage.server.url}/session/${id}`, { method: "DELETE" });
    await panel.page.getByText("This session is not here").waitFor();
    expect(await panel.page.getByRole("textbox", { name: /^What you wrote there/ }).inputValue()).toBe(
      "Half a thought",
    );
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.button("Put in a new session").click();
    await expect.poll(() => panel.message.inputValue()).toBe("Half a thought");
    await panel.message.fill("");
  });

  const focused = () => panel.page.locator(":focus");

  test("is shared after a word of warning, its link can be copied, and sharing ends", async () => {
    await choose("Share…");
    await panel.page.getByText("Anyone with the link can read it.").waitFor();
    expect((await onServer()).share).toBeUndefined();
    expect(await nexus.violations(panel)).toEqual([]);
    // The focus is at what the dialog is for, before it is done and afterwards.
    await panel.button("Share").and(focused()).press("Enter");
    await panel.button("Copy link").waitFor();
    await panel.page.getByRole("textbox", { name: "Link" }).and(focused()).waitFor();
    const { share } = await onServer();
    expect(share?.url).toBe("https://share.example/s/1");
    expect(await panel.page.getByRole("textbox", { name: "Link" }).inputValue()).toBe(share?.url);
    await panel.page.evaluate(() => {
      navigator.clipboard.writeText = async (copied) => {
        document.documentElement.dataset.copied = copied;
      };
    });
    await panel.button("Copy link").click();
    await expect.poll(() => panel.page.locator("html").getAttribute("data-copied")).toBe(share?.url);
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.button("Stop sharing").click();
    await panel.page.getByText("Share this session?").waitFor();
    expect(sharing.asked).toContain("DELETE /api/share/1");
    await panel.button("Cancel").click();
    // The server goes on telling of the link.
    await stage.prompt(id, "And then?");
    await stage.finalTexts(id);
    expect((await onServer()).share?.url).toBe(share?.url);
    await card().getByText(ANSWER).waitFor();
    await choose("Share…");
    await panel.button("Cancel").click();
  });

  test("is compacted: the agent goes on from a summary", async () => {
    await panel.openSession(`Matter ${count}`);
    await choose("Compact", panel.page.getByRole("main"));
    await panel.conversation.getByText("Earlier messages were summarised").waitFor();
    await panel.answers.getByText("The conversation so far, in short.").waitFor();
    const messages = (await stage.get(`/session/${id}/message`)) as { info: { summary?: unknown } }[];
    expect(messages.map(({ info }) => info.summary === true)).toContain(true);
    await panel.stop.waitFor({ state: "detached" });
    expect(await nexus.violations(panel)).toEqual([]);
    // What can be done with the message before it is still at hand.
    const { find } = byKeys(panel);
    await find("edit resend", new RegExp(`^Edit your message and resend it\\s*Matter ${count}`));
    await expect.poll(() => panel.message.inputValue()).toBe(`Matter ${count}`);
  });
});
