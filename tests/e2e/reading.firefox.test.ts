import { afterAll, beforeAll, expect, test } from "vitest";
import { text } from "../../tools/model/steps";
import { type NexusFirefox, openNexusFirefox } from "./nexus-firefox";
import type { SidebarDriver } from "./sidebar";
import { createStage, type Stage } from "./stage";
import { story } from "./story";

let nexus: NexusFirefox;
let sidebar: SidebarDriver;
let stage: Stage;

beforeAll(async () => {
  stage = await createStage({ script: () => [text(story("long", 240))] });
  await stage.addSession("One long answer");
  nexus = await openNexusFirefox({ found: Number(new URL(stage.server.url).port) });
  await nexus.firefox.openPage("data:text/html,<title>A page</title><p>Beside the sidebar.</p>");
  sidebar = await nexus.open();
  await sidebar.connected();
});
afterAll(async () => {
  await nexus?.end();
  await stage?.close();
});

/** The first words that can be seen, and where they stand; and where words stand that could be seen before; at rest. */
const LOOK = `async (words) => {
  const log = document.querySelector('[role=log]');
  for (let quiet = 0, last = -1; quiet < 6; quiet = log.scrollTop === last ? quiet + 1 : 0) {
    last = log.scrollTop;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const { top } = log.getBoundingClientRect();
  const all = [...log.querySelectorAll("p")];
  const first = words === undefined
    ? all.find((one) => one.getBoundingClientRect().bottom > top + 1)
    : all.find((one) => one.textContent === words);
  return { words: first.textContent, top: first.getBoundingClientRect().top - top };
}`;

test("going up through one long answer that was never on the screen moves it by the scrolling alone", async () => {
  await sidebar.press("One long answer");
  await sidebar.says("long-240-12");
  const look = async (words?: string) =>
    (await sidebar.real.evaluate(`(${LOOK})(${JSON.stringify(words)})`)) as { words: string; top: number };
  for (let times = 0; times < 30; times++) {
    const { words, top } = await look();
    await sidebar.real.evaluate(`document.querySelector("[role=log]").scrollBy(0, -380)`);
    const after = await look(words);
    expect(Math.abs(after.top - (top + 380)), `of “${words.slice(0, 12)}”`).toBeLessThanOrEqual(1);
  }
}, 120_000);
