import { afterAll, expect, test } from "vitest";
import { hold, reasoning, text } from "../../tools/model/steps";
import { freePort } from "../../tools/opencode/port";
import { useNexus } from "./scene";
import { createStage, type Stage } from "./stage";
import { story } from "./story";

const MARKDOWN = `## Tides

High water comes **twice** a day; see \`src/tides.ts\`:

| time | height |
| ---- | -----: |
| 0:00 | 2.10 m |

- [x] cosine
- [ ] harmonics

\`\`\`ts
const period = 12.42; // hours
\`\`\`

Ça va, 潮汐 🌊 <b>?</b>`;

let port: number;
let stage: Stage | undefined;
afterAll(() => stage?.close());
const { nexus, panel } = useNexus(async () => {
  port = await freePort("127.0.0.1");
  return { found: `http://127.0.0.1:${port}` };
});

test("without a server the panel shows the one command that starts one, and looks for it", async () => {
  await panel.page.getByText("opencode serve", { exact: true }).waitFor();
  await panel.button("Copy").waitFor();
  await panel.button(/^Use another server/).waitFor();
  const search = panel.page.getByRole("status", { name: "Search for a server" });
  await expect.poll(() => search.textContent()).toBe("Looking for a server at 127.0.0.1:4096");
  expect(await panel.status.textContent()).toBe("Not connected");
  expect(await nexus.violations(panel)).toEqual([]);
});

test("a server that starts is found and connected without a click", async () => {
  stage = await createStage({ script: () => [text("Hello.")], server: { port } });
  await panel.connected();
  await panel.page.getByText("No sessions yet").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
});

test("the first answer streams, and in the end is the server's text byte for byte", async () => {
  const half = hold();
  const [first, second] = [story("ebb", 2), story("flow", 3)];
  stage?.model.setScript(() => [reasoning("Let me see."), text(`${first}\n\n`, 2), half.step, text(second, 2)]);
  await panel.ask("Tell me about tides");
  await half.reached;
  // The first half stands there while the second is not even written.
  await expect.poll(async () => (await panel.shown()).at(-1)?.text).toBe(first);
  expect(await panel.stop.isVisible()).toBe(true);
  expect(await nexus.violations(panel)).toEqual([]);
  half.release();
  await panel.stop.waitFor({ state: "detached" });
  const stored = await stage?.finalTexts(await panel.sessionId());
  expect(stored?.map((message) => message.text)).toEqual(["Tell me about tides", `${first}\n\n${second}`]);
  await expect.poll(() => panel.shown()).toEqual(stored);
  expect(await nexus.violations(panel)).toEqual([]);
});

test("a copied answer is the Markdown that the server stores, byte for byte", async () => {
  stage?.model.setScript(() => [text(MARKDOWN, 2)]);
  await panel.ask("And as a table?");
  await panel.answers.nth(1).getByRole("table").waitFor();
  await panel.stop.waitFor({ state: "detached" });
  const stored = await stage?.finalTexts(await panel.sessionId());
  expect(stored?.at(-1)?.text).toBe(MARKDOWN);
  expect(await panel.copied()).toBe(MARKDOWN);
  expect(await nexus.violations(panel)).toEqual([]);
});

test("nothing is reported on the panel's console", () => {
  expect(nexus.console).toEqual([]);
});
