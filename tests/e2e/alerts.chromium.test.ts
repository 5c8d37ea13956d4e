import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { subjectOf } from "../../lib/alerts/alert";
import { failure, text, tool } from "../../tools/model/steps";
import { until } from "../support/until";
import { panelOf } from "./panel";
import { atHome, useNexus, useStage } from "./scene";

/** Where the only notification stands on the screen of 1280×800 pixels: its words, and its two buttons, if it has such. */
const SPOTS = { words: [1000, 750], question: [1000, 690], first: [978, 762], reject: [1087, 762] } as const;

/** Notifications that can be clicked exist on a screen only. */
describe.runIf(process.platform === "linux")("the system tells", () => {
  const asks = tool("bash", { command: "echo secret", description: "Looks around" });
  const question = { header: "Harbour", question: "Which?", options: [{ label: "Brest", description: "" }] };
  const stage = useStage({
    config: { more: { subagent_depth: 3, agent: { general: { permission: { task: "allow" } } } } },
    script({ results, prompt }) {
      if (prompt.startsWith("Fail")) return [failure(401, "Invalid API key")];
      const depth = Number(/^Level (\d)/.exec(prompt)?.[1] ?? Number.NaN);
      if (depth < 3 && results.length === 0) {
        const task = { description: "Below", prompt: `Level ${depth + 1}`, subagent_type: "general" };
        return [tool("task", task)];
      }
      if (depth === 3 && results.length === 0) return [asks];
      if (prompt.startsWith("Question") && results.length === 0) return [tool("question", { questions: [question] })];
      return prompt.startsWith("Ask") && results.length === 0 ? [asks] : [text("Done with that.")];
    },
  });
  const { nexus, panel, open } = useNexus(() => ({ found: stage.server.url, headful: true }));
  beforeAll(() => panel.connected());

  /** What the browser shows now: what about, and in which session. */
  async function told(): Promise<{ kind: string; session: string }[]> {
    const ids = (await nexus.chromium.evaluateInWorker(
      "chrome.notifications?.getAll().then(Object.keys) ?? []",
    )) as string[];
    return ids.map((id) => {
      const { kind, key } = subjectOf(id.slice(id.indexOf(" ") + 1)) ?? { kind: "unknown", key: "" };
      return { kind, session: key.split("/")[1] ?? "" };
    });
  }
  const waiting = async () => (await stage.get("/permission")) as { id: string; sessionID: string }[];

  /** Clicks, as hardware would, until that notification has gone: it may still be on its way in. */
  async function click(kind: string, spot: keyof typeof SPOTS): Promise<void> {
    const [x, y] = SPOTS[spot];
    await until(
      async () => {
        if ((await told()).every((one) => one.kind !== kind)) return true;
        await nexus.chromium.display?.click(x, y);
        return false;
      },
      "A click on the notification",
      { interval: 500 },
    );
  }

  /** The same without a look at what the browser shows, which would wake the background. */
  async function clickBlind(spot: keyof typeof SPOTS): Promise<void> {
    const [x, y] = SPOTS[spot];
    await until(
      async () => {
        if ((await waiting()).length === 0) return true;
        await nexus.chromium.display?.click(x, y);
        return false;
      },
      "An answer by the notification",
      { interval: 500 },
    );
  }

  /** A session behind the extension's back; resolves when its only notification is of that kind. */
  async function say(words: string, kind: string): Promise<string> {
    const session = await stage.createSession();
    await stage.prompt(session, words);
    await expect.poll(told).toEqual([{ kind, session }]);
    return session;
  }
  /** Every test takes care of what it made the system tell. */
  beforeEach(async () => {
    await atHome(panel);
    expect(await told()).toEqual([]);
  });

  test("what an agent needs, once that is allowed, while no panel shows the session", async () => {
    await panel.ask("Ask me here");
    const request = panel.request("Permission: bash");
    await request.waitFor();
    const offer = panel.page.getByText("Be told by the system when an agent needs you?");
    await offer.waitFor();
    await nexus.chromium.answerPrompt(() => panel.button("Allow").click(), "allow");
    await offer.waitFor({ state: "detached" });
    // What is on show is not told, nor that it has ended.
    await request.getByRole("button", { name: "Reject" }).click();
    await panel.stop.waitFor({ state: "detached" });
    await panel.home();

    const session = await say("Ask me", "permission");
    // Of what is asked for nothing is said.
    const all = JSON.stringify(await nexus.chromium.evaluateInWorker("chrome.notifications.getAll()"));
    expect(all).not.toContain("secret");
    // Answered elsewhere, it goes; and then nobody has seen how the run came to its end.
    for (const { id } of await waiting()) await stage.post(`/permission/${id}/reply`, { reply: "reject" });
    await expect.poll(told).toEqual([{ kind: "finished", session }]);
    await panel.openSession("Ask me");
    await expect.poll(told).toEqual([]);
  });

  test("that an agent has finished, and a click leads to its session", async () => {
    const session = await say("Good morning", "finished");
    await click("finished", "words");
    await panel.answers.getByText("Done with that.").waitFor();
    expect(await panel.sessionId()).toBe(session);
  });

  test("that an agent has failed, until the session is seen", async () => {
    const session = await say("Fail", "failed");
    await panel.openSession("Fail");
    expect(await panel.sessionId()).toBe(session);
    await panel.answers.getByText("Invalid API key").waitFor();
    await expect.poll(told).toEqual([]);
  });

  test("of a question, and a click leads to it", async () => {
    const session = await say("Question me", "question");
    await click("question", "words");
    await panel.request("Question: Harbour").getByRole("button", { name: "Dismiss" }).click();
    await panel.stop.waitFor({ state: "detached" });
    expect(await panel.sessionId()).toBe(session);
  });

  test("of a request three subagents down; with no panel open its button leads to it in the first session", async () => {
    const root = await say("Level 0 from afar", "permission");
    await nexus.close(panel);
    await click("permission", "first");
    const opened = panelOf(await nexus.chromium.panel());
    const request = opened.request("Permission: bash");
    await request.getByText("From the subagent").waitFor();
    await request.getByText("echo secret", { exact: true }).waitFor();
    expect(await opened.sessionId()).toBe(root);
    const before = stage.model.requests.length;
    await request.getByRole("button", { name: "Allow once" }).click();
    // The subagent's call repeats these words.
    await opened.answers.getByRole("paragraph").filter({ hasText: "Done with that." }).waitFor();
    expect(stage.model.requests[before]?.results[0]).toContain("secret");
    await nexus.close(opened);
    await open();
    await panel.connected();
  });

  test("and its buttons answer, where the user wants to be told what for", async () => {
    await panel.button("Settings").click();
    await panel.page.getByRole("checkbox", { name: /^Say what a permission is for/ }).check();
    await panel.button("Back").click();
    const session = await say("Ask me again", "permission");
    await click("permission", "first");
    const texts = await stage.finalTexts(session);
    expect(texts.at(-1)?.text).toBe("Done with that.");
    expect(await waiting()).toEqual([]);
    await expect.poll(told).toEqual([{ kind: "finished", session }]);
    await click("finished", "words");
    await panel.conversation.waitFor();
    await panel.home();

    // Of the last of three subagents in a row.
    const root = await say("Level 0", "permission");
    const all = JSON.stringify(await nexus.chromium.evaluateInWorker("chrome.notifications.getAll()"));
    expect(all).toContain(",once,reject ");
    await click("permission", "reject");
    await stage.finalTexts(root);
    expect(await waiting()).toEqual([]);
    await expect.poll(told).toEqual([{ kind: "finished", session: root }]);
    await click("finished", "words");
    await panel.conversation.waitFor();
  });

  test.each(["alive", "dead"] as const)(
    "and they do for the last of three subagents with no panel open and the background %s",
    async (life) => {
      const words = `Level 0 with the background ${life}`;
      const root = await say(words, "permission");
      await nexus.close(panel);
      const before = stage.model.requests.length;
      if (life === "dead") await nexus.chromium.killWorker();
      await clickBlind("first");
      await expect.poll(waiting).toEqual([]);
      expect((await stage.finalTexts(root)).at(-1)?.text).toBe("Done with that.");
      expect(stage.model.requests[before]?.results[0]).toContain("secret");
      await expect.poll(told).toEqual([{ kind: "finished", session: root }]);
      await open();
      await panel.openSession(words);
      await expect.poll(told).toEqual([]);
    },
  );

  test.each(["alive", "dead"] as const)(
    "and they reject for the last of three subagents with no panel open and the background %s",
    async (life) => {
      const words = `Level 0 rejected, background ${life}`;
      const root = await say(words, "permission");
      const [asked] = await waiting();
      await nexus.close(panel);
      const before = stage.model.requests.length;
      if (life === "dead") await nexus.chromium.killWorker();
      await clickBlind("reject");
      await expect.poll(waiting).toEqual([]);
      await stage.finalTexts(root);
      const messages = (await stage.get(`/session/${asked?.sessionID}/message`)) as {
        parts: { type: string; tool?: string; state?: { status: string; error?: string } }[];
      }[];
      const call = messages.flatMap(({ parts }) => parts).find((part) => part.tool === "bash");
      // A notification has no place for a reason: none is told.
      expect(call?.state).toMatchObject({ status: "error", error: expect.stringMatching(/user rejected permission/i) });
      const results = stage.model.requests.slice(before).flatMap((request) => request.results);
      expect(results.join()).not.toMatch(/^secret/m);
      await expect.poll(told).toEqual([{ kind: "finished", session: root }]);
      await open();
      await panel.openSession(words);
      await expect.poll(told).toEqual([]);
    },
  );

  test("and an answer that comes too late is told to have been, in the request's place, until its session is seen", async () => {
    const words = "Ask me too late";
    const session = await say(words, "permission");
    await nexus.close(panel);
    await nexus.chromium.killWorker();
    for (const { id } of await waiting()) await stage.post(`/permission/${id}/reply`, { reply: "reject" });
    // Nothing else wakes the background, so that the request still stands there.
    await until(
      async () => {
        if (await nexus.chromium.workerAlive()) return true;
        await nexus.chromium.display?.click(...SPOTS.first);
        return false;
      },
      "The background, woken by the click",
      { interval: 500 },
    );
    await expect.poll(told).toContainEqual({ kind: "late", session });
    await open();
    await panel.openSession(words);
    await expect.poll(told).toEqual([]);
  });

  test("and a click leads to the session, in the panel that it opens", async () => {
    const session = await say("Ask me once more", "permission");
    await nexus.close(panel);
    await click("permission", "question");
    const opened = panelOf(await nexus.chromium.panel());
    await opened.request("Permission: bash").waitFor();
    expect(await opened.sessionId()).toBe(session);
    await opened.request("Permission: bash").getByRole("button", { name: "Reject" }).click();
    await opened.stop.waitFor({ state: "detached" });
  });
});
