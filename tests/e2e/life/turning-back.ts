import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Locator } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { hold, text, tool } from "../../../tools/model/steps";
import { importSession } from "../../support/long-session";
import { byKeys } from "../by-keys";
import { atHome } from "../scene";
import { ANSWER, nexus, panel, stage } from "./scene";

interface WireSession {
  title: string;
  time: { archived?: number };
  revert?: { messageID: string };
}

let id: string;
const sessionAt = async (sessionId: string) => (await stage.get(`/session/${sessionId}`)) as WireSession;
const onServer = () => sessionAt(id);
const words = async (sessionId = id) => (await stage.finalTexts(sessionId)).map((message) => message.text);
const composer = () => panel.message.inputValue();
const hidden = (what: string) => panel.conversation.getByText(what);

async function choose(item: string, of: Locator): Promise<void> {
  await of.getByRole("button", { name: "Message actions" }).click();
  await panel.page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** A session with two questions and their answers a test. */
beforeEach(async () => {
  await atHome(panel);
  await panel.ask("First");
  await panel.answers.getByText(ANSWER).waitFor();
  id = await panel.sessionId();
  await stage.finalTexts(id);
  await panel.ask("Second");
  await panel.answers.nth(1).getByText(ANSWER).waitFor();
  await stage.finalTexts(id);
  await panel.stop.waitFor({ state: "detached" });
});

describe("a message of the user's", () => {
  test("is copied by its menu, which keyboards reach", async () => {
    await panel.page.evaluate(() => {
      navigator.clipboard.writeText = async (copied) => {
        document.documentElement.dataset.copied = copied;
      };
    });
    await panel.questions.first().getByRole("button", { name: "Message actions" }).focus();
    await panel.page.keyboard.press("Enter");
    await panel.page.getByRole("menuitem", { name: "Copy", exact: true }).waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.page.keyboard.press("Home");
    await panel.page.keyboard.press("Enter");
    await expect.poll(() => panel.page.locator("html").getAttribute("data-copied")).toBe("First");
    await panel.questions.first().getByRole("status").getByText("Copied").waitFor();
  });

  test("is reverted to: what came from there on is hidden, and is taken back", async () => {
    const second = await panel.questions.nth(1).getAttribute("data-message-id");
    await choose("Revert to here", panel.questions.nth(1));
    await hidden("2 messages are hidden.").waitFor();
    expect(await panel.questions.count()).toBe(1);
    expect((await onServer()).revert?.messageID).toBe(second);
    await expect.poll(() => panel.message.evaluate((field) => field === document.activeElement)).toBe(true);
    await panel.button("Take back").click();
    await expect.poll(() => panel.questions.count()).toBe(2);
    await expect.poll(() => panel.answers.count()).toBe(2);
    await panel.button("Take back").waitFor({ state: "detached" });
    expect((await onServer()).revert).toBeUndefined();
    expect(await words()).toHaveLength(4);
  });

  test("can be the first: then all is hidden, and can still be taken back", async () => {
    await choose("Revert to here", panel.questions.first());
    await hidden("4 messages are hidden.").waitFor();
    expect(await panel.questions.count()).toBe(0);
    await panel.button("Take back").click();
    await expect.poll(() => panel.questions.count()).toBe(2);
  });

  test("is edited and sent again: what it replaces is gone", async () => {
    await choose("Edit and resend", panel.questions.nth(1));
    await expect.poll(composer).toBe("Second");
    await hidden("2 messages are hidden.").waitFor();
    await panel.ask("Second thoughts");
    await panel.answers.nth(1).getByText(ANSWER).waitFor();
    await expect.poll(() => panel.questions.count()).toBe(2);
    expect(await words()).toEqual(["First", ANSWER, "Second thoughts", ANSWER]);
    await hidden("hidden").waitFor({ state: "detached" });
    await expect.poll(() => panel.shown()).toEqual(await stage.storedTexts(id));
  });

  test("is not reverted to while the agent works", async () => {
    const rest = hold();
    stage.model.setScript(() => [text("Half "), rest.step, text("and half.")]);
    await panel.ask("Third");
    await panel.answers.getByText("Half").waitFor();
    await panel.questions.first().getByRole("button", { name: "Message actions" }).click();
    for (const name of ["Revert to here", "Edit and resend"]) {
      const item = panel.page.getByRole("menuitem", { name, exact: true });
      expect(await item.getAttribute("aria-disabled")).toBe("true");
      const reason = await item.getAttribute("aria-describedby");
      expect(await panel.page.locator(`[id="${reason}"]`).textContent()).toBe("The agent is working");
    }
    // Keys reach it, do nothing, and leave the reason in sight.
    const revert = panel.page.getByRole("menuitem", { name: "Revert to here", exact: true });
    await revert.focus();
    await panel.page.keyboard.press("Enter");
    expect(await revert.isVisible()).toBe(true);
    await panel.page.keyboard.press("Escape");
    rest.release();
    await stage.finalTexts(id);
    stage.model.setScript(() => [text(ANSWER)]);
  });
});

test("a revert undoes what came from there on in files, says so beforehand and then, and taking it back does it again", async () => {
  const { second } = stage.workspace;
  const read = (name: string) => readFile(path.join(second, name), "utf8").catch(() => "none");
  const before = await read("README.md");
  const after = before.replace("Berths", "Quays");
  const left = [
    [
      tool("edit", { filePath: "README.md", oldString: "Berths", newString: "Quays" }),
      tool("write", { filePath: "docs/quays.md", content: "# Quays\n" }),
    ],
  ];
  stage.model.setScript(() => left.shift() ?? [text(ANSWER)]);
  await stage.post(`/session?directory=${encodeURIComponent(second)}`, { title: "Rename the berths" });
  await panel.home();
  await panel.openSession("Rename the berths");
  await panel.ask("Rename them");
  await panel.button("2 files changed").waitFor();
  await panel.stop.waitFor({ state: "detached" });
  expect([await read("README.md"), await read("docs/quays.md")]).toEqual([after, "# Quays\n"]);

  await choose("Revert to here (undoes 2 files)", panel.questions.first());
  await hidden("2 files are as they were before:").waitFor();
  await hidden("docs/quays.md").waitFor();
  expect([await read("README.md"), await read("docs/quays.md")]).toEqual([before, "none"]);
  expect(await nexus.violations(panel)).toEqual([]);
  await panel.button("Take back").click();
  await panel.button("2 files changed").waitFor();
  await expect.poll(() => read("README.md")).toBe(after);
  expect(await read("docs/quays.md")).toBe("# Quays\n");

  await choose("Edit and resend (undoes 2 files)", panel.questions.first());
  await expect.poll(composer).toBe("Rename them");
  await expect.poll(() => read("README.md")).toBe(before);
});

/** Each step is looked at where it counts: at the server. */
test("nothing that is done with a session needs a mouse: going back and on from there, putting away, deleting", async () => {
  const { press, focused, find } = byKeys(panel);
  const second = await panel.questions.nth(1).getAttribute("data-message-id");
  await find("revert your", /^Revert to your message\s*Second/);
  await hidden("2 messages are hidden.").waitFor();
  expect(await panel.questions.count()).toBe(1);
  expect((await onServer()).revert?.messageID).toBe(second);
  await expect.poll(focused).toBe("Message");
  expect(await nexus.violations(panel)).toEqual([]);
  await find("take back", /^Take back the revert/);
  await expect.poll(() => panel.questions.count()).toBe(2);
  await expect.poll(() => panel.answers.count()).toBe(2);
  await panel.button("Take back").waitFor({ state: "detached" });
  expect((await onServer()).revert).toBeUndefined();
  expect(await words()).toHaveLength(4);

  // What was said before is there, and its words wait in the composer.
  await find("fork your", /^Fork at your message\s*Second/);
  await expect.poll(() => panel.sessionId()).not.toBe(id);
  await expect.poll(() => panel.questions.count()).toBe(1);
  await expect.poll(composer).toBe("Second");
  const forked = await panel.sessionId();
  expect(await words(forked)).toEqual(["First", ANSWER]);
  expect(await words()).toHaveLength(4);
  await press("Enter");
  await panel.answers.nth(1).waitFor();
  expect(await words(forked)).toHaveLength(4);
  await panel.stop.waitFor({ state: "detached" });

  // Put away while it is open, had back from the list.
  const { title } = await sessionAt(forked);
  await find("archive", /^Archive/);
  await panel.cards.waitFor();
  expect((await sessionAt(forked)).time.archived).toBeGreaterThan(0);
  await press("Control+Shift+E");
  const row = panel.history.getByRole("button", { name: title, exact: true });
  await press("Control+Shift+F");
  for (let steps = 0; steps < 40 && (await focused()) !== title; steps++) await press("Tab");
  expect(await focused()).toBe(title);
  await find("unarchive", /^Unarchive/);
  await expect.poll(async () => (await sessionAt(forked)).time.archived || "none").toBe("none");
  await row.waitFor();
  await expect.poll(focused).toBe(title);

  await find("delete", /^Delete/);
  await panel.page.getByText(`“${title}” is being deleted`).waitFor();
  await row.waitFor({ state: "detached" });
  await expect.poll(focused).toBe("Undo");
  expect(await nexus.violations(panel)).toEqual([]);
  await find("undo del", /^Undo the deletion/);
  await row.waitFor();
  await panel.button("Undo").waitFor({ state: "detached" });
  await expect.poll(focused).toBe(title);
  expect((await sessionAt(forked)).title).toBe(title);
});

test("an answer forks the session with all that was said up to it", async () => {
  await choose("Fork here", panel.answers.first());
  await expect.poll(() => panel.sessionId()).not.toBe(id);
  await expect.poll(() => panel.answers.count()).toBe(1);
  expect(await composer()).toBe("");
  expect(await words(await panel.sessionId())).toEqual(["First", ANSWER]);
});

test("a revert that reaches far back hides all of that when the session is opened", async () => {
  const { id: long, title, messageIds } = await importSession(stage.workspace, 120, (index) => `Line ${index}`);
  await stage.post(`/session/${long}/revert`, { messageID: messageIds[20] });
  await panel.home();
  await panel.openSession(title);
  await hidden("100 messages are hidden.").waitFor();
  expect(await panel.answers.last().textContent()).toContain("Line 19");
});
