import type { CDPSession } from "playwright-core";
import { afterEach, beforeEach, expect } from "vitest";
import { type Hold, hold, text } from "../../../tools/model/steps";
import type { NexusOptions } from "../nexus";
import { atHome, useProxiedScene } from "../scene";
import type { StageOptions } from "../stage";
import { story } from "../story";

export const STREAM = /^GET \/global\/event$/;
export const MESSAGES = /^GET \/session\/[^/]+\/message$/;
export const PROMPT = /^POST \/session\/[^/]+\/prompt_async$/;
/** What is asked for last after the stream has opened. */
const LAST_ASKED = /^GET \/project$/;
export const QUESTION = "Tell me about tides";
const FIRST = story("ebb", 2);
export const ANSWER = `${FIRST}\n\n${story("flow", 2)}`;
/** The last word before the place where the answer waits, and the last of all. */
const [HALF_WAY, LAST] = ["ebb-2-12", "flow-2-12"];

/**
 * One server, one browser and one panel for a whole table of disasters. Each begins at home with a proxy that passes
 * everything and an answer that waits half-way.
 */
export function useDisasters(options: Partial<StageOptions> = {}, browser?: () => Promise<NexusOptions>) {
  const scene = useProxiedScene(options, browser);
  const { stage, proxy, nexus, panel } = scene;
  let half: Hold;

  /**
   * The background hears again and again what the browser tells when there is a network, so that nothing waits for a
   * backoff. Simulated: taking this machine's network away would end the test. A background that is born later hears it
   * when this is called again.
   */
  const nudged = () =>
    nexus.chromium.evaluateInWorker(
      `void (self.nudges ??= setInterval(() => self.dispatchEvent(new Event("online")), 100))`,
    );

  /** Everything has been asked for the second time since the stream was opened: from now on the stream alone tells. */
  const settled = () =>
    expect
      .poll(() => {
        const { seen } = proxy;
        const since = seen.slice(seen.findLastIndex((line) => STREAM.test(line)));
        return since.filter((line) => LAST_ASKED.test(line)).length;
      })
      .toBeGreaterThanOrEqual(2);

  beforeEach(async () => {
    half = hold();
    stage.model.setScript(() => [text(`${FIRST}\n\n`), half.step, text(ANSWER.slice(FIRST.length + 2))]);
    await nudged();
    await panel.connected();
    await settled();
    await atHome(panel);
  });
  afterEach(async () => {
    half.release();
    await setNetwork(true);
    await proxy.heal();
  });

  const unnudged = () => nexus.chromium.evaluateInWorker(`void (clearInterval(self.nudges), delete self.nudges)`);

  let withoutNetwork: CDPSession | undefined;
  /** Takes the network away from the extension's pages and its background, as the browser sees it, or gives it back. */
  async function setNetwork(on: boolean): Promise<void> {
    // What is emulated ends with its session, or with the page that it is for.
    if (on) await withoutNetwork?.detach().catch(() => undefined);
    withoutNetwork = on ? undefined : await panel.page.context().newCDPSession(panel.page);
    const conditions = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await withoutNetwork?.send("Network.emulateNetworkConditions", conditions);
  }

  return {
    ...scene,
    nudged,
    unnudged,
    settled,
    setNetwork,
    goOn: () => half.release(),
    /** Asks, and waits until the first half of the answer is on show. Returns the session's id. */
    async halfWay(): Promise<string> {
      await panel.ask(QUESTION);
      await panel.answers.getByText(HALF_WAY).waitFor();
      return panel.sessionId();
    },
    /** The answer goes on and comes to its end at the server. */
    async end(id: string): Promise<void> {
      half.release();
      await stage.finalTexts(id);
    },
    /** Resolves when `disaster` is over and the panel has lost its connection by it and has one again. */
    reconnected: (disaster: () => Promise<unknown> | unknown) => panel.reconnected(async () => disaster()),
    /** The panel has not been told of the answer's end. */
    isBehind: async () => expect(await panel.answers.last().getByText(LAST).count()).toBe(0),
    lastWord: () => panel.answers.last().getByText(LAST).waitFor(),
    /** The panel shows what the server has, each message once, nothing runs, and the connection stands. */
    async isRight(id: string, expected: string[] = [QUESTION, ANSWER]): Promise<void> {
      await expect.poll(async () => (await stage.storedTexts(id)).length).toBe(expected.length);
      const stored = await stage.finalTexts(id);
      expect(stored.map((message) => message.text)).toEqual(expected);
      await expect.poll(() => panel.shown()).toEqual(stored);
      await panel.stop.waitFor({ state: "detached" });
      await expect.poll(() => panel.status.textContent()).toBe("Connected to Local");
      expect(await panel.page.getByText("Part of this text is still on its way").count()).toBe(0);
      // It was told by the connection's state alone.
      expect(await panel.page.getByRole("alert").count()).toBe(0);
      expect(
        await panel.page.getByRole("status", { name: "Notices" }).getByRole("button", { name: "Dismiss" }).count(),
      ).toBe(0);
    },
  };
}
