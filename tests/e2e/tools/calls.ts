import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import type { Script } from "../../../tools/model/server";
import { type Step, text, tool } from "../../../tools/model/steps";
import { atHome } from "../scene";
import { nexus, panel, stage } from "./scene";

/** A new session a test, from home. */
beforeEach(() => atHome(panel));

/** One step a request, in order: an image of a tool comes as a prompt of its own, after which no results are told. */
function calls(...steps: Step[]): Script {
  const left = [...steps];
  return () => [left.shift() ?? text("All done.")];
}

/** The line of a call, which opens to its details. */
const line = (words: RegExp) => panel.answers.getByRole("button", { name: words });
/** What is named so in the details. */
const named = (name: string) => panel.answers.getByRole("group", { name, exact: true });
const done = () => panel.answers.getByText("All done.").waitFor();

test("A command shows its output in colours, the last state of its progress, and its exit code", async () => {
  const command = String.raw`printf '10%%\r100%%\n\033[32mgood\033[0m \033[1;31mbad\033[0m \033[38;5;226mbright\033[0m\n'; exit 3`;
  stage.model.setScript(calls(tool("bash", { command, description: "Shows progress" })));
  await panel.ask("Run it");
  await done();
  await line(/^Ran printf/).click();
  await expect.poll(() => named("Output").textContent()).toBe("100%\ngood bad bright\n");
  await panel.answers.getByText("Exit code 3", { exact: true }).waitFor();
  const colour = (word: string) =>
    named("Output")
      .getByText(word, { exact: true })
      .evaluate((run) => getComputedStyle(run).color);
  const colours = new Set([await colour("good"), await colour("bad"), await colour("bright")]);
  expect(colours.size).toBe(3);
  expect(await nexus.violations(panel)).toEqual([]);
});

test("A command that runs keeps the end of its output in view, and the folded rest within reach", async () => {
  const command = "seq 200; until [ -e go ]; do sleep 0.05; done; seq 201 300";
  stage.model.setScript(calls(tool("bash", { command, description: "Counts" })));
  await panel.ask("Count");
  await line(/^Running seq/).click();
  await named("Output")
    .getByText(/\n200\n$/)
    .waitFor();
  await panel.button("Show all (200 lines)").click();
  const isAtEnd = () =>
    named("Output").evaluate((box) => box.scrollTop > 0 && box.scrollTop + box.clientHeight >= box.scrollHeight - 4);
  await expect.poll(isAtEnd).toBe(true);
  await writeFile(path.join(stage.workspace.directory, "go"), "");
  await done();
  await expect.poll(() => named("Output").textContent()).toContain("\n300\n");
  await expect.poll(isAtEnd).toBe(true);
});

test("Files read one a step are one line, which find opens; every step keeps its place, none has a gap", async () => {
  const read = (filePath: string) => tool("read", { filePath });
  stage.model.setScript(calls(read("README.md"), read("src/tides.ts"), read("src/main.ts")));
  await panel.ask("Read all of it");
  await done();
  await line(/^Explored 3 files$/).waitFor();
  expect(await panel.answers.getByRole("button", { name: /^Read / }).count()).toBe(0);
  const heights = await panel.answers.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights.map((height) => height > 0)).toEqual([true, false, false, true]);
  const id = await panel.page.getByRole("article").filter({ has: panel.conversation }).getAttribute("data-session-id");
  const stored = await stage.finalTexts(id ?? "");
  const shown = await panel.answers.evaluateAll((all) => all.map((one) => one.getAttribute("data-message-id")));
  expect(shown).toEqual(stored.filter(({ role }) => role === "assistant").map((message) => message.id));
  // It is in the second step, whose article is empty.
  await panel.button("Find in session").click();
  await panel.page.getByRole("searchbox", { name: "Find in session" }).fill("12.42");
  await named("What was read").getByText("12.42").waitFor();
  expect(await line(/^Explored 3 files$/).getAttribute("aria-expanded")).toBe("true");
  await panel.page.keyboard.press("Escape");
  expect(await nexus.violations(panel)).toEqual([]);
});

test("A patch of several files has a section for each, with the words that changed and the code's colours", async () => {
  const patchText = `*** Begin Patch
*** Update File: src/main.ts
@@
-console.log(height(3).toFixed(2));
+console.log(height(6).toFixed(2));
*** Add File: docs/ports.md
+# Ports
*** End Patch`;
  stage.model.setScript(calls(tool("apply_patch", { patchText })));
  await panel.ask("Patch it");
  await done();
  await line(/^Edited 2 files/).click();
  const changes = named("Changes in src/main.ts");
  await expect.poll(() => changes.locator('[data-kind="added"] > span').allTextContents()).toContain("+");
  // A changed word, and around it tokens in colours of their own.
  await changes.locator('[data-kind="added"] span span').getByText("6", { exact: true }).waitFor();
  await changes.locator('[data-kind="same"] span span').first().waitFor();
  await named("Changes in docs/ports.md").getByText("# Ports").waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
});

test("An MCP server's tool shows its arguments, its answer and its image", async () => {
  stage.model.setScript(
    calls(
      tool("harbour_board_tide_table", { port: "Brest", days: 1 }),
      tool("harbour_board_draw_chart", { port: "Brest" }),
    ),
  );
  await panel.ask("When is high water?");
  await done();
  await line(/^Used tide_table harbour_board/).click();
  await panel.answers.getByRole("definition").getByText("Brest").waitFor();
  await expect.poll(() => named("Output").textContent()).toContain('"high": [\n    "03:12",');
  await line(/^Used draw_chart harbour_board/).click();
  const image = panel.answers.getByRole("img", { name: "Image 1 of the answer" });
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(24);
  await panel.button("Enlarge Image 1 of the answer").click();
  await panel.page.getByRole("dialog", { name: "Image 1 of the answer" }).waitFor();
  await panel.page.keyboard.press("Escape");
  expect(await nexus.violations(panel)).toEqual([]);
});

test("A task tells what its subagent did last and what it took", async () => {
  stage.model.setScript(({ prompt, results }) => {
    if (prompt.includes("Look at the clock")) return [text("It is late.")];
    return results.length > 0
      ? [text("All done.")]
      : [tool("task", { description: "Clock", prompt: "Look at the clock.", subagent_type: "general" })];
  });
  await panel.ask("Send a helper");
  await done();
  const card = named("Subagent: Clock");
  await card.getByText("It is late.").waitFor();
  const facts = card.getByText(/tokens · (<?\$[\d.]+)$/);
  await facts.waitFor();
  // A background that has just begun has not heard of it.
  await panel.reconnected(() => nexus.chromium.killWorker());
  await card.getByText("It is late.").waitFor();
  await facts.waitFor();
  expect(await nexus.violations(panel)).toEqual([]);
});

/** A web page for as long as the test runs. */
async function webPage(html: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const QUESTION = {
  header: "Harbour",
  question: "Which harbour do you mean?",
  options: [
    { label: "Brest", description: "On the Atlantic" },
    { label: "Hamburg", description: "On the Elbe" },
  ],
};

test("Every other tool's call has a line that opens to what it was asked and what came of it", async () => {
  const url = await webPage("<h1>Tides</h1><p>High water: 03:12.</p>");
  const turns = [
    [
      tool("webfetch", { url, format: "markdown" }),
      tool("read", { filePath: "src/tides.ts", offset: 2, limit: 1 }),
      tool("read", { filePath: "src" }),
      tool("todowrite", { todos: [{ content: "Look at the moon", status: "in_progress", priority: "high" }] }),
      tool("edit", { filePath: "README.md", oldString: "a table of harmonics", newString: "a book of harmonics" }),
      tool("write", { filePath: "docs/moon.ts", content: "// The moon pulls.\nexport const days = 29.5;\n" }),
      tool("edit", { filePath: "README.md", oldString: "no such words", newString: "others" }),
      tool("no_such_tool", { depth: 4 }),
    ],
    [tool("question", { questions: [QUESTION] })],
  ];
  stage.model.setScript(() => turns.shift() ?? [text("All done.")]);
  const id = await stage.createSession();
  // Only other models than the first have `edit` and `write`.
  const model = { providerID: "scripted", modelID: "second" };
  await stage.post(`/session/${id}/prompt_async`, { parts: [{ type: "text", text: "Use the others" }], model });
  await panel.card(id).locator("[data-card-open]").click();

  await line(/^Ask Harbour Waits for you/).click();
  await panel.answers.getByText("Not answered yet").waitFor();
  const form = panel.request("Question: Harbour");
  await form.getByRole("radio", { name: "Brest" }).check();
  await form.getByRole("button", { name: "Answer", exact: true }).click();
  await done();
  await line(/^Asked Harbour Brest/).waitFor();
  await panel.answers.getByRole("definition").getByText("Brest", { exact: true }).waitFor();

  await line(/^Fetched http/).click();
  await panel.answers.getByRole("link", { name: url }).waitFor();
  await named("Output").getByRole("heading", { name: "Tides" }).waitFor();
  await panel.answers.getByRole("button", { name: "Plain text" }).click();
  await expect.poll(() => named("Output").textContent()).toBe("# Tides\n\nHigh water: 03:12.");
  await line(/^Explored 2 files/).click();
  await line(/^Read tides\.ts line 2 of 3/).click();
  // In the colours of its language.
  await named("What was read").locator("span span").getByText("return", { exact: true }).waitFor();
  await line(/^Read src$/).click();
  await named("What was read").getByRole("button", { name: "main.ts" }).waitFor();
  await line(/^Updated the plan 0 of 1 done/).click();
  await panel.answers.getByRole("listitem").getByText("Look at the moon").waitFor();
  await line(/^Edited README\.md.*1/).click();
  await named("Changes").locator('[data-kind="added"]').getByText("book", { exact: true }).waitFor();
  await line(/^Wrote moon\.ts/).click();
  await named("What is written").getByText("29.5").waitFor();
  await line(/^Edit README\.md Failed/).click();
  await expect.poll(() => named("What is replaced").textContent()).toContain("−no such words");
  await expect.poll(() => named("Error").textContent()).toMatch(/^Could not find oldString/);
  await line(/^Called no_such_tool not possible/).click();
  await expect.poll(() => named("Error").last().textContent()).toContain("unavailable tool 'no_such_tool'");
  expect(await nexus.violations(panel)).toEqual([]);
});
