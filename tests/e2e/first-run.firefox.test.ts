import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { hold, reasoning, text, tool } from "../../tools/model/steps";
import { freePort } from "../../tools/opencode/port";
import { htmlPage, PASS } from "../support/fault-proxy/fate";
import { type FaultProxy, startFaultProxy } from "../support/fault-proxy/proxy";
import { type NexusFirefox, openNexusFirefox } from "./nexus-firefox";
import type { SidebarDriver } from "./sidebar";
import { createStage, type Stage } from "./stage";
import { story } from "./story";

const PASSWORD = "right one";

let nexus: NexusFirefox;
let sidebar: SidebarDriver;
let port: number;
/** On the way to the server of that port; it passes everything until it is told otherwise. */
let proxy: FaultProxy;
let stage: Stage;
const stages: Stage[] = [];

beforeAll(async () => {
  port = await freePort("127.0.0.1");
  proxy = await startFaultProxy(`http://127.0.0.1:${port}`);
  nexus = await openNexusFirefox({ found: Number(new URL(proxy.url).port) });
  await nexus.firefox.openPage("data:text/html,<title>A page</title><p>Beside the sidebar.</p>");
  sidebar = await nexus.open();
});
afterAll(async () => {
  await nexus?.end();
  await proxy?.close();
  for (const each of stages) await each.close();
});

async function begin(options: Parameters<typeof createStage>[0]): Promise<Stage> {
  const created = await createStage(options);
  stages.push(created);
  return created;
}

/** The open session ends with these messages, and the sidebar shows what the server stores, byte for byte. */
async function expectServersText(...texts: string[]): Promise<void> {
  await sidebar.done();
  const stored = await stage.finalTexts(await sidebar.sessionId());
  expect(stored.slice(-texts.length).map((message) => message.text)).toEqual(texts);
  await expect.poll(() => sidebar.shown()).toEqual(stored);
}

test("without a server the sidebar shows the one command that starts one, and looks for it", async () => {
  await sidebar.says("opencode serve");
  await sidebar.real.appears({ role: "button", name: "Copy" });
  await sidebar.says("Looking for a server at 127.0.0.1:4096");
  expect(await sidebar.status()).toBe("Not connected");
  expect(await nexus.violations(sidebar)).toEqual([]);
});

test("a server that starts is found and connected without a click", async () => {
  stage = await begin({ script: () => [text("Hello.")], server: { port } });
  await sidebar.connected();
  await sidebar.says("No sessions yet");
  for (const name of ["New session", "Settings"]) await sidebar.real.appears({ role: "button", name });
  expect(await nexus.violations(sidebar)).toEqual([]);
}, 120_000);

test("the first answer streams, and in the end is the server's text byte for byte", async () => {
  const half = hold();
  const [first, second] = [story("ebb", 2), story("flow", 3)];
  stage.model.setScript(() => [reasoning("Let me see."), text(`${first}\n\n`, 2), half.step, text(second, 2)]);
  await sidebar.ask("Tell me about tides");
  await half.reached;
  await expect.poll(async () => (await sidebar.shown()).at(-1)?.text).toBe(first);
  await sidebar.real.appears({ role: "button", name: "Stop" });
  expect(await nexus.violations(sidebar)).toEqual([]);
  half.release();
  await expectServersText("Tell me about tides", `${first}\n\n${second}`);
  expect(await nexus.violations(sidebar)).toEqual([]);
}, 120_000);

test("Ctrl+F finds words in the session and marks them", async () => {
  await sidebar.real.press("Control+f");
  await sidebar.real.fill({ role: "searchbox", name: "Find in session" }, "EBB-2-12");
  await sidebar.says("1 of 1");
  expect(
    await sidebar.real.evaluate(
      `String([...CSS.highlights.get("found-now")].map((hit) => hit.startContainer.data.slice(hit.startOffset, hit.endOffset)))`,
    ),
  ).toBe("ebb-2-12");
  expect(await nexus.violations(sidebar)).toEqual([]);
  await sidebar.real.press("Escape");
  await sidebar.real.disappears({ role: "searchbox", name: "Find in session" });
});

test("a tool that asks for permission runs when it is allowed", async () => {
  stage.model.setScript(({ results }) =>
    results.length === 0 ? [tool("bash", { command: "echo high-water", description: "Says it" })] : [text("It ran.")],
  );
  await sidebar.ask("Run something");
  await sidebar.real.appears({ role: "group", name: "Permission: bash" });
  for (const name of ["Allow always", "Reject"]) await sidebar.real.appears({ role: "button", name });
  expect(await nexus.violations(sidebar)).toEqual([]);
  await sidebar.press("Allow once");
  await sidebar.real.disappears({ role: "group", name: "Permission: bash" });
  // The call is a message without a text of its own.
  await expectServersText("Run something", "", "It ran.");
  expect(stage.model.requests.at(-1)?.results.at(-1)).toContain("high-water");
});

test.each([
  {
    what: "the sidebar is closed and opened again",
    async interrupt() {
      await nexus.firefox.closeSidebar();
      sidebar = await nexus.open();
    },
  },
  {
    what: "the background is ended",
    async interrupt() {
      await nexus.firefox.killBackground();
      await sidebar.connected();
    },
  },
])("an answer is whole although $what in the middle of it", async ({ what, interrupt }) => {
  const half = hold();
  const third = hold();
  const texts = [story("before", 2), story("between", 1), story("after", 2)] as const;
  stage.model.setScript(() => [
    text(`${texts[0]}\n\n`, 2),
    half.step,
    text(`${texts[1]}\n\n`, 2),
    third.step,
    text(texts[2], 2),
  ]);
  const question = `And when ${what}?`;
  await sidebar.ask(question);
  await half.reached;
  await expect.poll(async () => (await sidebar.shown()).at(-1)?.text).toBe(texts[0]);
  await interrupt();
  half.release();
  await third.reached;
  // What streams after the interruption is seen as it comes.
  await sidebar.says(texts[1]);
  third.release();
  await expectServersText(question, texts.join("\n\n"));
});

/**
 * A second after its stream has opened the background fetches everything once more. What happens later than that reaches it by the
 * stream alone.
 */
async function fetchedTwice(): Promise<void> {
  const lists = () => {
    const opened = proxy.seen.lastIndexOf("GET /global/event");
    return proxy.seen.slice(opened).filter((line) => line === "GET /experimental/session").length;
  };
  await expect.poll(lists).toBeGreaterThan(1);
}

/** Milliseconds for the longest way back: 25 s of silence, then everything is asked for anew. */
const SILENCE_AND_RETURN = 60_000;

/** What Firefox tells of the network, to pages and to the background. */
const setOffline = (offline: boolean) => nexus.firefox.evaluateInBrowser(`void (Services.io.offline = ${offline})`);

test.each<{ what: string; word: string; begin(): unknown; after(): unknown }>([
  {
    what: "the way was closed until after its end",
    word: "closed",
    begin: () => proxy.down(),
    after: () => proxy.up(),
  },
  {
    what: "a proxy's page answered until after its end",
    word: "page",
    begin() {
      proxy.setRule(() => htmlPage(502));
      proxy.cut();
    },
    after: () => proxy.setRule(() => PASS),
  },
  {
    what: "the background was ended and the way closed until after its end",
    word: "ended",
    async begin() {
      await nexus.firefox.killBackground();
      await proxy.down();
    },
    after: () => proxy.up(),
  },
  {
    what: "the network was away, and came back over a stream that had died without a word",
    word: "away",
    async begin() {
      // Who tries again is not answered either.
      proxy.setRule(() => ({ request: { stallAfter: 0 } }));
      proxy.strand();
      await setOffline(true);
    },
    async after() {
      proxy.setRule(() => PASS);
      await setOffline(false);
    },
  },
  {
    what: "its stream fell silent half-way",
    word: "silent",
    begin: () => proxy.strand(),
    after: () => undefined,
  },
])("an answer comes right by itself after $what", async ({ what, word, begin, after }) => {
  onTestFinished(async () => {
    await proxy.heal();
    await setOffline(false);
  });
  const half = hold();
  const [before, rest] = [story(`before-${word}`, 1), story(`after-${word}`, 2)];
  stage.model.setScript(() => [text(`${before}\n\n`), half.step, text(rest)]);
  const question = `And after ${what}?`;
  await fetchedTwice();
  await sidebar.ask(question);
  await expect.poll(async () => (await sidebar.shown()).at(-1)?.text).toBe(before);
  await begin();
  half.release();
  await stage.finalTexts(await sidebar.sessionId());
  // No more than that; where the break has been noticed it says that more is on its way.
  expect((await sidebar.shown()).at(-1)?.text.replace(/\n*Part of this text is still on its way$/, "")).toBe(before);
  await after();
  await sidebar.real.waitFor(`document.body.textContent.includes("after-${word}-2-12")`, SILENCE_AND_RETURN);
  await expectServersText(question, `${before}\n\n${rest}`);
});

test("a wrong password is said, without the browser's own prompt, and the right one connects", async () => {
  const locked = await begin({ script: () => [text("Unlocked.")], server: { password: PASSWORD } });
  await sidebar.home();
  await sidebar.press("Settings");
  await sidebar.press("Add a server");
  expect(await nexus.violations(sidebar)).toEqual([]);
  await sidebar.real.fill({ role: "textbox", name: "Address" }, locked.server.url);
  await sidebar.real.fill(PASSWORD_FIELD, "wrong one");
  await sidebar.press("Save and connect");
  await sidebar.says("User or password was refused");
  expect(await promptsOfTheBrowser()).toBe(0);
  expect(await nexus.violations(sidebar)).toEqual([]);
  await sidebar.press("Edit server");
  await sidebar.real.fill(PASSWORD_FIELD, PASSWORD);
  await sidebar.press("Save and connect");
  await expect.poll(() => sidebar.status()).toBe("Connected to 2 servers");
  expect(await promptsOfTheBrowser()).toBe(0);
}, 120_000);

const PASSWORD_FIELD = { css: "input[type=password]" };

/** Prompts of the browser itself, such as the one for HTTP authentication, over tabs or over the window. */
const promptsOfTheBrowser = () =>
  nexus.firefox.evaluateInBrowser(`gDialogBox.isOpen + gBrowser.tabs.reduce(
    (sum, tab) => sum + gBrowser.getTabDialogBox(tab.linkedBrowser).getTabDialogManager().dialogs.length, 0)`);
