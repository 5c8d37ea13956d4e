import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { hold, text, tool } from "../../../tools/model/steps";
import { jsonError, PASS } from "../../support/fault-proxy/fate";
import { seededRandom } from "../../support/fault-proxy/random";
import { until } from "../../support/until";
import { EXTENSION } from "../extension";
import { panelOf } from "../panel";
import { story } from "../story";
import { ANSWER, QUESTION, STREAM, useDisasters } from "./disasters";
import { NONSENSE, SKIPPED } from "./nonsense";

/** Milliseconds from the network's return until the end of what was missed is on show. */
const RIGHT_AGAIN = 2_000;
/** Milliseconds from a device's waking until that: a second at most until the panel's clock ticks, and then as from any return. */
const AWAKE = 3_000;
/** Milliseconds from a stream's last byte, two and a half heartbeats, and one and a half seconds for timers and the panel. */
const NOTICED = 25_000 + 1_500;
/** After so many tries in a row the pause before the next is between 15 and 30 s. */
const LONGEST_AFTER = 7;

/** A copy of the build, whose version can be raised. */
let build = "";
beforeAll(async () => {
  build = await mkdtemp(path.join(tmpdir(), "nexus-build-"));
  await cp(EXTENSION, build, { recursive: true });
  return () => rm(build, { recursive: true });
});

const {
  stage,
  proxy,
  nexus,
  panel,
  open,
  unnudged,
  goOn,
  halfWay,
  end,
  reconnected,
  isBehind,
  settled,
  lastWord,
  setNetwork,
  isRight,
} = useDisasters({}, async () => ({ extension: build }));

describe("in the middle of an answer", () => {
  test("the background is killed at twenty moments of one answer", async () => {
    const random = seededRandom(20);
    const [long, rest] = [story("tide", 75), hold()];
    stage.model.setScript(() => [text(`${long}\n\n`, 30), rest.step, text(story("moon", 1))]);
    await panel.ask(QUESTION);
    await panel.answers.waitFor();
    const id = await panel.sessionId();
    for (let kills = 0; kills < 20; kills++) {
      await until(() => nexus.chromium.workerAlive(), "The background");
      // Anywhere from its first steps, of which there are many, to after everything has been fetched twice and words only stream.
      await wait(random() ** 2.5 * 2_500);
      await nexus.chromium.killWorker();
    }
    rest.release();
    await isRight(id, [QUESTION, `${long}\n\n${story("moon", 1)}`]);
  });

  test("the panel is closed and opened again at each step of a permission", async () => {
    const commands = ["pwd", "ls"];
    stage.model.setScript(({ results }) => {
      const command = commands[results.length];
      return command === undefined ? [text(ANSWER)] : [tool("bash", { command, description: command })];
    });
    /** The id of the request for it, once the server asks. */
    const asked = (command: string) =>
      until(async () => {
        const requests = (await stage.get("/permission")) as { id: string; patterns: string[] }[];
        return requests.find(({ patterns }) => patterns[0] === command)?.id;
      }, command);
    const permission = (command: string) => panel.request("Permission: bash").filter({ hasText: command });
    await panel.ask(QUESTION);
    const id = await until(() => panel.sessionId(), "The session");
    await nexus.close(panel);
    await asked("pwd");
    await open();
    await permission("pwd").waitFor();
    await nexus.close(panel);
    await open();
    await permission("pwd").getByRole("button", { name: "Allow once" }).click();
    await nexus.close(panel);
    const second = await asked("ls");
    await open();
    await permission("ls").waitFor();
    await nexus.close(panel);
    await stage.post(`/permission/${second}/reply`, { reply: "once" });
    await stage.finalTexts(id);
    await open();
    await isRight(id, [QUESTION, "", "", ANSWER]);
    expect(await panel.request("Permission: bash").count()).toBe(0);
  });

  test("the server is killed in the middle of a tool call, and started again", async () => {
    stage.model.setScript(({ results }) =>
      results.length > 0
        ? [text(ANSWER)]
        : [text("I look."), tool("bash", { command: "sleep 5", description: "Wait" })],
    );
    await panel.ask(QUESTION);
    await panel.request("Permission: bash").getByRole("button", { name: "Allow once" }).click();
    await panel.request("Permission: bash").waitFor({ state: "detached" });
    const id = await panel.sessionId();
    await reconnected(async () => {
      await stage.server.kill();
      await stage.server.restart();
    });
    await panel.answers.getByText("Interrupted: the server stopped before the end").waitFor();
    await panel.stop.waitFor({ state: "detached" });
    stage.model.setScript(() => [text(ANSWER)]);
    await panel.ask("Go on");
    await panel.answers.nth(1).getByText("flow-2-12").waitFor();
    await panel.stop.waitFor({ state: "detached" });
    const [question, interrupted, ...rest] = await stage.storedTexts(id);
    expect(rest.map((message) => message.text)).toEqual(["Go on", ANSWER]);
    const note = `${interrupted?.text}\n\nInterrupted: the server stopped before the end`;
    await expect.poll(() => panel.shown()).toEqual([question, { ...interrupted, text: note }, ...rest]);
  });

  test("the server is killed while a permission and a question wait: both are gone, and a half-written answer is offered", async () => {
    const HARBOUR = {
      header: "Harbour",
      question: "Which harbour?",
      options: [{ label: "Brest", description: "West" }],
    };
    stage.model.setScript(({ prompt }) =>
      prompt === QUESTION
        ? [tool("question", { questions: [HARBOUR] })]
        : [tool("bash", { command: "pwd", description: "Look" })],
    );
    await panel.ask(QUESTION);
    const question = panel.request("Question: Harbour");
    await question.getByRole("textbox", { name: "Answer in your own words" }).fill("Saint-Malo");
    const id = await panel.sessionId();
    const other = await stage.createSession();
    await stage.prompt(other, "Where are you?");
    await until(async () => ((await stage.get("/permission")) as unknown[])[0], "The permission");
    await reconnected(async () => {
      await stage.server.kill();
      await stage.server.restart();
    });
    await panel.page.getByText("The question is gone. You had written: Saint-Malo").waitFor();
    expect([await stage.get("/permission"), await stage.get("/question")]).toEqual([[], []]);
    await question.waitFor({ state: "detached" });
    await panel.stop.waitFor({ state: "detached" });
    await panel.button("Put in composer").click();
    await expect.poll(() => panel.message.inputValue()).toBe("Saint-Malo");
    await panel.message.fill("");
    await panel.home();
    const waiting = panel.page.locator("article[data-state=waiting]");
    await waiting.first().waitFor({ state: "detached" });
    expect(await waiting.count()).toBe(0);
    await panel.openSession(QUESTION);
    expect(await panel.sessionId()).toBe(id);
  });

  test("the browser has no network until after the end, and the panel is right within 2 s of its return", async () => {
    const id = await halfWay();
    await unnudged();
    await setNetwork(false);
    await proxy.down();
    await panel.status.filter({ hasText: "Offline" }).waitFor();
    await end(id);
    await proxy.up();
    const back = performance.now();
    await setNetwork(true);
    await lastWord();
    expect(performance.now() - back).toBeLessThan(RIGHT_AGAIN);
    await isRight(id);
  });

  test("everything fails until the pauses are at their longest, and “Reconnect now” does not wait", async () => {
    const id = await halfWay();
    const before = proxy.seen.length;
    proxy.setRule(() => jsonError(500));
    proxy.cut(STREAM);
    await end(id);
    await expect.poll(() => proxy.seen.length).toBeGreaterThan(before + LONGEST_AFTER);
    await unnudged();
    await panel.home();
    await panel.page.getByText(/^Reconnecting in (1[5-9]|2\d|30) s$/).waitFor();
    await panel.card(id).locator("[data-card-open]").click();
    await proxy.heal();
    const back = performance.now();
    await panel.button("Reconnect now").click();
    await lastWord();
    expect(performance.now() - back).toBeLessThan(RIGHT_AGAIN);
    await isRight(id);
  });

  test("the network comes back over a stream that has died without a word, and the panel is right within 2 s", async () => {
    const id = await halfWay();
    await unnudged();
    await settled();
    await setNetwork(false);
    proxy.strand();
    await end(id);
    await isBehind();
    expect(await panel.status.textContent()).toBe("Connected to Local");
    const back = performance.now();
    await setNetwork(true);
    await lastWord();
    expect(performance.now() - back).toBeLessThan(RIGHT_AGAIN);
    await isRight(id);
  });

  test("the device sleeps for an hour, by whose end its stream has died without a word", async () => {
    const id = await halfWay();
    await unnudged();
    await settled();
    proxy.strand();
    await end(id);
    await isBehind();
    // Its timers have stood still meanwhile, as on some systems: the clock alone tells of it.
    const jump = `void (self.realNow ??= Date.now, Date.now = () => self.realNow.call(Date) + 3_600_000)`;
    const woke = performance.now();
    await nexus.chromium.evaluateInWorker(jump);
    await panel.page.evaluate(jump);
    await lastWord();
    expect(performance.now() - woke).toBeLessThan(AWAKE);
    await isRight(id);
    await panel.ask("And the moon?");
    await isRight(id, [QUESTION, ANSWER, "And the moon?", ANSWER]);
    const back = `void (Date.now = self.realNow)`;
    await nexus.chromium.evaluateInWorker(back);
    await panel.page.evaluate(back);
  });

  test("the extension is updated, and the draft stays", async () => {
    const id = await halfWay();
    await panel.message.fill("And the sun?");
    const manifest = path.join(build, "manifest.json");
    const { version, ...rest } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
    await writeFile(manifest, JSON.stringify({ ...rest, version: `${version}.1` }));
    await nexus.chromium.reloadExtension();
    goOn();
    await open();
    expect(await nexus.chromium.evaluateInWorker("chrome.runtime.getManifest().version")).toBe(`${version}.1`);
    expect(await panel.sessionId()).toBe(id);
    await expect.poll(() => panel.message.inputValue()).toBe("And the sun?");
    await isRight(id);
    await panel.message.fill("");
  });

  test("two panels show the session, and both come right", async () => {
    const id = await halfWay();
    const page = await nexus.chromium.openWindow("data:text/html,<p>Another window.</p>");
    const other = panelOf(await nexus.chromium.openPanel(page));
    await other.connected();
    if ((await other.conversation.count()) === 0) await other.card(id).locator("[data-card-open]").click();
    await reconnected(() => {
      proxy.cut();
      goOn();
    });
    await isRight(id);
    await expect.poll(() => other.shown()).toEqual(await panel.shown());
    await page.close();
  });

  test("what a stream should never carry is skipped, and counted in the connection's details", async () => {
    const id = await halfWay();
    await reconnected(() => {
      proxy.setRule((line) => (STREAM.test(line) ? { prelude: NONSENSE } : PASS));
      proxy.cut(STREAM);
    });
    goOn();
    await isRight(id);
    await panel.home();
    await panel.button("Settings").click();
    await panel.button("Connection details").click();
    const skipped = panel.page.locator("dt", { hasText: /^Skipped$/ }).locator("+ dd");
    for (const count of SKIPPED) await skipped.getByText(count).waitFor();
    expect(await nexus.violations(panel)).toEqual([]);
    await panel.button("Back").click();
  });

  test("a stream that falls silent half-way is noticed by its missing heartbeats, and made anew", async () => {
    const id = await halfWay();
    proxy.stall("answer");
    await panel.status.filter({ hasText: "Reconnecting to Local" }).waitFor();
    expect(performance.now() - proxy.lastPassed(STREAM)).toBeLessThan(NOTICED);
    await proxy.heal();
    goOn();
    await isRight(id);
  });
});
