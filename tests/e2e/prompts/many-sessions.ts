import { afterEach, beforeAll, expect, test } from "vitest";
import type { Script } from "../../../tools/model/server";
import { type Hold, hold, text } from "../../../tools/model/steps";
import { LOST_ANSWER, PASS } from "../../support/fault-proxy/fate";
import { atHome } from "../scene";
import { choose, inLine, queued, said, write } from "./queue";
import { nexus, panel, proxy, stage } from "./scene";

const SESSIONS = ["Ash", "Birch", "Cedar", "Dogwood", "Elm"] as const;
type Name = (typeof SESSIONS)[number];

/** By the prompt that has to wait, where its answer waits. */
const holds = new Map<string, Hold>();
const script: Script = ({ prompt }) => {
  const held = holds.get(prompt);
  return held ? [text("At it. "), held.step, text(`Answer to ${prompt}`)] : [text(`Answer to ${prompt}`)];
};
beforeAll(() => stage.model.setScript(script));
afterEach(() => proxy.setRule(() => PASS));

function holdAll(prompts: readonly string[]): { reached: Promise<unknown>; release(): void } {
  const made = prompts.map((prompt) => {
    const one = hold();
    holds.set(prompt, one);
    return one;
  });
  return {
    reached: Promise.all(made.map(({ reached }) => reached)),
    release: () => {
      for (const one of made) one.release();
    },
  };
}

/** What the user wants said in each session, in that order. */
const ORDER: Record<Name, [string, ...string[]]> = {
  Ash: ["Begin Ash", "Ash 1", "Ash 2", "Ash 3"],
  Birch: ["Begin Birch", "Birch 3", "Birch 1", "Birch 2"],
  Cedar: ["Begin Cedar", "Cedar 1", "Cedar 2, reworded", "Cedar 3"],
  Dogwood: ["Begin Dogwood", "Dogwood 1", "Dogwood 3"],
  Elm: ["Begin Elm", "Elm 1", "Elm 2", "Elm 3"],
};
const nth = (at: number) => SESSIONS.map((name) => ORDER[name][at] ?? "");

/** What the user does to the queue of some of them. */
const CHANGES: Partial<Record<Name, () => Promise<void>>> = {
  async Birch() {
    await inLine("Birch 3", "Move up").focus();
    await panel.page.keyboard.press("Alt+ArrowUp");
    await expect.poll(queued).toEqual(["Birch 1", "Birch 3", "Birch 2"]);
    await panel.page.keyboard.press("Alt+ArrowUp");
  },
  async Cedar() {
    await choose("Cedar 2", "Edit");
    await panel.page.keyboard.type(", reworded");
    await panel.page.keyboard.press("Enter");
  },
  Dogwood: () => choose("Dogwood 2", "Remove"),
};

test("what waits in five sessions goes once and in its order, through the background's death and a broken connection", async () => {
  await atHome(panel);
  const before = stage.model.requests.length;
  const begun = holdAll(nth(0));
  const first = holdAll(nth(1));
  const second = holdAll(nth(2));
  const ids = {} as Record<Name, string>;
  for (const name of SESSIONS) {
    await panel.ask(ORDER[name][0]);
    await panel.stop.waitFor();
    for (const at of [1, 2, 3]) await write(`${name} ${at}`);
    await expect.poll(queued).toEqual([1, 2, 3].map((at) => `${name} ${at}`));
    await CHANGES[name]?.();
    await expect.poll(queued).toEqual(ORDER[name].slice(1));
    ids[name] = await panel.sessionId();
    await panel.home();
  }
  await begun.reached;
  begun.release();
  await first.reached;

  // All runs end while there is no background, which has handed their prompts over.
  await panel.reconnected(async () => {
    await nexus.chromium.killWorker();
    first.release();
  });
  await second.reached;

  // And again while there is no connection; then what the server says of two of the next prompts is lost on its way.
  const lost = new Set([ids.Ash, ids.Elm].map((id) => `POST /session/${id}/prompt_async`));
  proxy.setRule((line) => (lost.delete(line) ? LOST_ANSWER : PASS));
  await panel.reconnected(async () => {
    proxy.cut();
    second.release();
  });

  for (const name of SESSIONS) {
    await expect.poll(() => said(ids[name])).toEqual(ORDER[name]);
    const stored = await stage.finalTexts(ids[name]);
    // Each was answered for itself, before the next one came.
    const answered = ORDER[name].flatMap((words, at) => [words, `${at < 3 ? "At it. " : ""}Answer to ${words}`]);
    expect(stored.map((message) => message.text)).toEqual(answered);
    const asked = stage.model.requests.slice(before).map(({ prompt }) => prompt);
    expect(asked.filter((prompt) => prompt.includes(name))).toEqual(ORDER[name]);
    await panel.card(ids[name]).getByText("queued").waitFor({ state: "hidden" });
  }
  expect(lost).toEqual(new Set());
});

test("the strip of sessions cuts no name at its start, whichever of them is open and however narrow the panel is", async () => {
  /** How far each card is cut at the strip's start, in px, and the open one at its end. */
  const cut = () =>
    panel.page.getByRole("navigation", { name: "Active sessions" }).evaluate((strip) => {
      const edge = strip.getBoundingClientRect();
      const pills = [...strip.querySelectorAll("button")].map((pill) => ({
        box: pill.getBoundingClientRect(),
        isOpen: pill.ariaExpanded === "true",
      }));
      const before = pills.filter(({ box }) => box.left < edge.left - 1 && box.right > edge.left + 6).length;
      const beyond = pills.filter(
        ({ box, isOpen }) => isOpen && (box.right > edge.right + 1 || box.left < edge.left - 1),
      );
      return before + beyond.length;
    });
  await atHome(panel);
  for (const title of ["Sticky header overlaps the date picker", "Fix checkout total rounding", "Explain the 429"]) {
    await panel.ask(title);
    await panel.answers.getByText(`Answer to ${title}`).waitFor();
    await panel.home();
  }
  for (const title of ["Fix checkout total rounding", "Sticky header overlaps the date picker", "Explain the 429"]) {
    await panel.openSession(title);
    for (const width of [240, 360]) {
      await nexus.chromium.setPanelSize(panel.page, { width, height: 700 });
      await expect.poll(cut).toBe(0);
    }
    await nexus.chromium.setPanelSize(panel.page);
    await panel.home();
  }
});
