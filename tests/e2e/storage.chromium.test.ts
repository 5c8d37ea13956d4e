import { afterEach, describe, expect, test } from "vitest";
import { text } from "../../tools/model/steps";
import { asksOnce, extensionStorage } from "./extension-storage";
import type { PanelDriver } from "./panel";
import { useScene } from "./scene";

const ANSWER = "The tide turns twice a day.";
/** A copy of this conversation is worth the room of the draft below, several times. */
const LONG_ANSWER = `${ANSWER} ${"It rises and it falls. ".repeat(200)}`;

const { stage, nexus, panel, open } = useScene({ script: () => [text(ANSWER)] });
const storage = extensionStorage(() => nexus.chromium);

afterEach(() => {
  expect(nexus.console.filter((line) => /error/i.test(line))).toEqual([]);
});

const notices = (): ReturnType<PanelDriver["page"]["getByRole"]> =>
  panel.page.getByRole("status", { name: "Notices" }).getByRole("button", { name: "Dismiss" });
const noticeText = () => panel.page.getByRole("status", { name: "Notices" }).textContent();

async function reopen(): Promise<void> {
  if (!panel.page.isClosed()) await nexus.close(panel);
  await open();
}

/** Puts things in storage as if an earlier life of the extension had left them there, and begins a new one. */
async function leave(items: Record<string, unknown>): Promise<void> {
  if (!panel.page.isClosed()) await nexus.close(panel);
  await nexus.chromium.killWorker();
  await storage.set(items);
  await open();
}

describe("a draft", () => {
  test("is there after the panel was closed at the last keystroke", async () => {
    await panel.message.click();
    await panel.page.keyboard.type("A thought that is not finished");
    await nexus.close(panel);
    await open();
    await expect.poll(() => panel.message.inputValue()).toBe("A thought that is not finished");
  });

  test("survives the background's death at the last keystroke", async () => {
    await panel.message.fill("");
    await panel.page.keyboard.type("Written while it dies");
    await panel.reconnected(async () => {
      await nexus.chromium.killWorker();
      expect(await panel.message.inputValue()).toBe("Written while it dies");
    });
    await reopen();
    await expect.poll(() => panel.message.inputValue()).toBe("Written while it dies");
  });

  test.each([{ kill: false }, { kill: true }])("survives the browser's restart (%o)", async (how) => {
    const words = `Before the restart ${how.kill}`;
    await panel.message.fill(words);
    await storage.until((items) => JSON.stringify(items["draft:new"] ?? "").includes(words));
    await nexus.chromium.restart(how);
    await open();
    await panel.connected();
    await expect.poll(() => panel.message.inputValue()).toBe(words);
    await panel.message.fill("");
  });

  test("is each session's own", async () => {
    await asksOnce(panel, "When is low water?", ANSWER);
    await panel.message.fill("For this session");
    await panel.button("All sessions").click();
    await panel.message.fill("For a new one");
    await reopen();
    await expect.poll(() => panel.message.inputValue()).toBe("For a new one");
    await panel.cards.getByRole("button", { name: "When is low water?" }).first().click();
    await expect.poll(() => panel.message.inputValue()).toBe("For this session");
    await panel.message.fill("");
    await panel.button("All sessions").click();
    await panel.message.fill("");
  });
});

describe("storage that cannot be read", () => {
  test.each([
    ["of another version", { v: 99, data: "from the future" }, "newer version"],
    ["that is garbage", "garbage", "could not be read"],
    ["with a bad row among good ones", undefined, "left out"],
  ])("cards %s: the panel works, says so, and keeps the original", async (_, garbage, words) => {
    await storage.until((items) => JSON.stringify(items.cards ?? "").includes("/ses_"));
    const held = (await storage.get()).cards as { v: number; data: unknown[] };
    const raw = garbage ?? { ...held, data: [...held.data, { key: 7 }] };
    await leave({ cards: raw });
    await panel.connected();
    await notices().first().waitFor();
    expect(await noticeText()).toContain("cards");
    expect(await noticeText()).toContain(words);
    expect((await storage.get())["aside:cards"]).toEqual(raw);
    // What the cards were about is still there to be opened, from the history or as a card.
    await panel.page.getByRole("button", { name: "When is low water?" }).first().waitFor();
    expect(await nexus.chromium.axe(panel.page)).toEqual([]);
    await notices().first().click();
    await notices().first().waitFor({ state: "detached" });
    await panel.page.getByRole("button", { name: "When is low water?" }).first().click();
    await panel.answers.getByText(ANSWER).waitFor();
    await panel.button("All sessions").click();
  });

  test("saved servers: the one on this machine is found again", async () => {
    await leave({ profiles: { v: 1, data: [{ id: 7 }, "garbage"] } });
    await panel.connected();
    expect(await noticeText()).toContain("saved servers");
    await panel.page.getByRole("button", { name: "When is low water?" }).first().waitFor();
    await notices().first().click();
  });

  test("unsent messages: the good ones are kept", async () => {
    const [id] = Object.values(((await storage.get()).profiles as { data: { id: string }[] }).data).map(
      (one) => one.id,
    );
    const session = ((await stage.get("/session")) as { id: string }[])[0]?.id ?? "";
    const prompt = {
      messageId: "msg_000000000001unsent00000000",
      parts: [{ id: "prt_1", type: "text", text: "Never left" }],
    };
    const good = { key: `${id}/${session}`, prompt, state: "not-sent", createdAt: Date.now() };
    await leave({ outbox: { v: 1, data: [good, { state: "sending" }] } });
    await panel.connected();
    expect(await noticeText()).toContain("unsent messages");
    await panel.page.getByRole("button", { name: "When is low water?" }).first().click();
    await panel.page.getByText("Never left").waitFor();
    await panel.page.getByText("Not sent").first().waitFor();
    await panel.button("All sessions").click();
    await notices().first().click();
  });

  test("a draft: the panel works, says so, and keeps the original", async () => {
    await leave({ "draft:new": "garbage" });
    await panel.connected();
    expect(await panel.message.inputValue()).toBe("");
    await storage.until((items) => items["aside:draft:new"] === "garbage");
    await notices().first().waitFor();
    expect(await noticeText()).toContain("Your draft could not be read");
    await notices().first().click();
    await notices().first().waitFor({ state: "detached" });
    await panel.message.fill("A new one");
    await storage.until((items) => JSON.stringify(items["draft:new"]).includes("A new one"));
    await panel.message.fill("");
  });

  test("a session's draft: it is said in the session that the panel opens with", async () => {
    await panel.openSession("When is low water?");
    await storage.until((items) => JSON.stringify(items.view).includes('"session"'));
    const { key } = ((await storage.get()).view as { data: { key: string } }).data;
    await leave({ [`draft:${key}`]: "garbage" });
    await panel.conversation.waitFor();
    await notices().first().waitFor();
    expect(await noticeText()).toContain("Your draft could not be read");
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.answers.getByText(ANSWER).waitFor();
    await notices().first().click();
    await notices().first().waitFor({ state: "detached" });
    await panel.button("All sessions").click();
  });

  test("copies of what the server has are fetched again without a word", async () => {
    const keys = Object.keys(await storage.get());
    const copies = keys.filter((key) => /^(view|transcripts|index:|transcript:)/.test(key));
    expect(copies.length).toBeGreaterThanOrEqual(4);
    for (const garbage of ["garbage", { v: 1, data: { sessions: 7 } }, { v: 99, data: [] }]) {
      await leave(Object.fromEntries(copies.map((key) => [key, garbage])));
      await panel.connected();
      await panel.page.getByRole("button", { name: "When is low water?" }).first().click();
      await panel.answers.getByText(ANSWER).waitFor();
      await panel.button("All sessions").click();
      expect(await notices().count()).toBe(0);
    }
  });
});

describe("storage that is full", () => {
  test("a draft takes the room of a copy, and survives", async () => {
    stage.model.setScript(() => [text(LONG_ANSWER)]);
    await asksOnce(panel, "Tell me a lot", "It rises and it falls.");
    const isCopied = (key: string, value: unknown) =>
      key.startsWith("transcript:") && JSON.stringify(value).includes("It rises and it falls. It rises");
    await storage.until((items) => Object.entries(items).some(([key, value]) => isCopied(key, value)));
    await storage.fill();
    await panel.message.fill("More than is left".repeat(50));
    await storage.until((items) => JSON.stringify(items).includes("More than is left"));
    await reopen();
    await expect.poll(() => panel.message.inputValue()).toContain("More than is left");
    await panel.message.fill("");
  });

  test("the user is told, and sessions go on", async () => {
    await panel.button("All sessions").click();
    await storage.fill({ dropCopies: true });
    await panel.message.fill("There is no room for this anywhere".repeat(50));
    await notices().first().waitFor();
    expect(await noticeText()).toContain("full");
    expect(await panel.message.inputValue()).toContain("There is no room");
    expect(await nexus.chromium.axe(panel.page)).toEqual([]);

    // An answer that is under way elsewhere is shown all the same.
    await panel.page.getByRole("button", { name: "When is low water?" }).first().click();
    await panel.answers.getByText(ANSWER).waitFor();
    await reopen();
    await panel.connected();
    await storage.unfill();
    stage.model.setScript(() => [text("Room again.")]);
    await panel.ask("And now?");
    await panel.answers.getByText("Room again.").waitFor();
  });
});
