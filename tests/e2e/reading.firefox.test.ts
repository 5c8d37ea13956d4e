import { afterAll, beforeAll, expect, test } from "vitest";
import { text } from "../../tools/model/steps";
import { type NexusFirefox, openNexusFirefox } from "./nexus-firefox";
import { type Seen, seen } from "./seen";
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

test("going up through one long answer that was never on the screen moves it by the scrolling alone", async () => {
  await sidebar.press("One long answer");
  await sidebar.says("long-240-12");
  const look = (words?: string) => sidebar.real.evaluate(seen(words)) as Promise<Seen>;
  for (let times = 0; times < 30; times++) {
    const { words, top } = await look();
    await sidebar.real.evaluate(`document.querySelector("[role=log]").scrollBy(0, -380)`);
    const after = await look(words);
    expect(Math.abs(after.top - (top + 380)), `of “${words.slice(0, 12)}”`).toBeLessThanOrEqual(1);
  }
}, 120_000);
