import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { text, tool } from "../../tools/model/steps";
import { until } from "../support/until";
import { panelOf } from "./panel";
import { useNexus, useStage } from "./scene";

/** Where the lowest notification stands on the screen of 1280×800 pixels: its words, and its two buttons. */
const SPOTS = { words: [1000, 690], once: [978, 762], reject: [1087, 762] } as const;

/** Notifications that can be clicked exist on a screen only. */
describe.runIf(process.platform === "linux")("the system tells", () => {
  const asks = tool("bash", { command: "echo secret", description: "Looks around" });
  const stage = useStage({
    script: ({ results, prompt }) =>
      prompt.includes("Ask") && results.length === 0 ? [asks] : [text("Done with that.")],
  });
  const { nexus, panel } = useNexus(() => ({ found: stage.server.url, headful: true }));
  beforeAll(() => panel.connected());

  /** What the browser shows now: what about, and in which session. */
  async function told(): Promise<{ kind: string; session: string }[]> {
    const ids = (await nexus.chromium.evaluateInWorker(
      "chrome.notifications?.getAll().then(Object.keys) ?? []",
    )) as string[];
    return ids.map((id) => {
      const { kind, key } = JSON.parse(id.slice(id.indexOf(" ") + 1)) as { kind: string; key: string };
      return { kind, session: key.split("/")[1] ?? "" };
    });
  }
  const kinds = async () => (await told()).map(({ kind }) => kind).sort();
  const waiting = async () => (await stage.get("/permission")) as { id: string; sessionID: string }[];
  const answer = ({ id }: { id: string }) => stage.post(`/permission/${id}/reply`, { reply: "reject" });

  /** Clicks, as hardware would, until the notification has gone: it may still be on its way in. */
  async function click(spot: keyof typeof SPOTS): Promise<void> {
    const [x, y] = SPOTS[spot];
    await until(
      async () => {
        if ((await told()).length === 0) return true;
        await nexus.chromium.display?.click(x, y);
        return false;
      },
      "A click on the notification",
      { interval: 1_000 },
    );
  }

  async function asking(): Promise<string> {
    const id = await stage.createSession();
    await stage.prompt(id, "Ask me");
    return id;
  }
  afterEach(async () => {
    for (const request of await waiting()) await answer(request);
    await expect.poll(async () => (await kinds()).filter((kind) => kind === "permission")).toEqual([]);
  });

  test("what an agent needs, once that is allowed, while no panel shows the session", async () => {
    await panel.ask("Ask me here");
    await panel.request("Permission: bash").waitFor();
    const offer = panel.page.getByText("Be told when an agent needs you?");
    await offer.waitFor();
    await nexus.chromium.answerPrompt(() => panel.button("Allow").click(), "allow");
    await offer.waitFor({ state: "detached" });

    const id = await asking();
    await expect.poll(told).toEqual([{ kind: "permission", session: id }]);
    // The one that was on show has not been told; of what is asked for nothing is said.
    const all = JSON.stringify(await nexus.chromium.evaluateInWorker("chrome.notifications.getAll()"));
    expect(all).not.toContain("secret");
    // Answered elsewhere, it goes.
    for (const request of await waiting()) await answer(request);
    await expect.poll(told).toEqual([]);
    await panel.home();
  });

  test("and its buttons answer", async () => {
    const id = await asking();
    await expect.poll(kinds).toEqual(["permission"]);
    await click("once");
    const texts = await stage.finalTexts(id);
    expect(texts.at(-1)?.text).toBe("Done with that.");
    expect(await waiting()).toEqual([]);
  });

  test("and a click leads to the session, in the panel that it opens", async () => {
    const id = await asking();
    await expect.poll(told).toEqual([{ kind: "permission", session: id }]);
    await nexus.close(panel);
    await click("words");
    const opened = panelOf(await nexus.chromium.panel());
    await opened.request("Permission: bash").waitFor();
    expect(await opened.sessionId()).toBe(id);
    await opened.request("Permission: bash").getByRole("button", { name: "Reject" }).click();
    await opened.stop.waitFor({ state: "detached" });
  });
});
