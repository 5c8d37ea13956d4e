// @vitest-environment jsdom
import { render } from "solid-js/web";
import { describe, expect, onTestFinished, test } from "vitest";
import { type App, AppProvider } from "../../../components/app/context";
import { phaseOf, type ToolPhase } from "../../../components/tools/phase";
import { ToolCall } from "../../../components/tools/ToolCall";
import type { ToolPart } from "../../../lib/model";
import { storedReading } from "../../../lib/storage/reading";
import { huge, MALFORMED, malformed, recordedCalls } from "./recorded-calls";
import { callOf, DIRECTORY, TOOLS } from "./recorded-table";

interface Shown {
  line: HTMLButtonElement;
  /** What it opens to; opens it when that is first asked for. */
  detail(): HTMLElement;
}

/** The call as it stands in a conversation, folded. */
function shown(part: ToolPart, phase: ToolPhase = phaseOf(part, [], true)): Shown {
  const host = document.createElement("div");
  document.body.append(host);
  const { state } = part;
  const app = {
    now: () => ("startedAt" in state ? state.startedAt : 0) + 65_000,
    state: { servers: {}, deletions: [] },
    reading: { choices: () => storedReading.empty() },
    background: { services: async () => ({ mcp: [{ name: "harbour" }] }) },
  } as unknown as App;
  const dispose = render(
    () => (
      <AppProvider value={app}>
        <ToolCall part={part} phase={phase} server="s" directory={DIRECTORY} />
      </AppProvider>
    ),
    host,
  );
  onTestFinished(() => {
    dispose();
    host.remove();
  });
  const line = host.querySelector("button");
  if (!line) throw new Error("There is no line");
  return {
    line,
    detail() {
      if (line.getAttribute("aria-expanded") !== "true") line.click();
      const detail = document.getElementById(line.getAttribute("aria-controls") ?? "");
      if (!detail) throw new Error("The line does not open");
      return detail;
    },
  };
}

/** What is wrong with how a call names itself and its parts. */
function misnamed(element: HTMLElement): string[] {
  const text = element.textContent ?? "";
  const wrong = /undefined|\[object|NaN/.exec(text)?.[0];
  const unnamed = [...element.querySelectorAll("[role=group], [tabindex='0'], ul, button, a, img")].filter(
    (part) => !part.getAttribute("aria-label") && !part.textContent?.trim(),
  );
  const empty = [...element.querySelectorAll("pre, dl, ul")].filter((part) => !part.textContent?.trim());
  return [...(wrong ? [wrong] : []), ...[...unnamed, ...empty].map((part) => part.outerHTML.slice(0, 200))];
}

describe.each(TOOLS)("$tool", (tool) => {
  test("completed: its line says what was done, and opens to what came of it", async () => {
    const { line, detail } = shown(await callOf(tool, "completed"));
    expect(line.textContent).toContain(tool.line);
    expect(line.querySelector("[data-phase]")?.getAttribute("data-phase")).toBe("completed");
    for (const words of tool.detail) expect(detail().textContent).toContain(words);
    expect([...misnamed(line), ...misnamed(detail())]).toEqual([]);
  });

  test.each([
    ["pending", "Preparing", /^[A-Z][a-z]+(?<!ing) /],
    ["running", "1 min 5 s", /^[A-Z][a-z]+ing /],
  ] as const)("%s: its line tells so in words, and opens to what there is of it", async (state, word, verb) => {
    const part = await callOf(tool, state);
    const { line, detail } = shown(part);
    expect(line.textContent).toMatch(verb);
    expect(line.textContent).toContain(word);
    expect(detail().textContent?.trim()).not.toBe("");
    expect(detail().textContent).not.toMatch(/Nothing found|No answer|No output$/);
    expect([...misnamed(line), ...misnamed(detail())]).toEqual([]);
  });

  test("failed: its line tells so in a word, and opens to the reason and what was asked", async () => {
    const part = await callOf(tool, "failed");
    const { line, detail } = shown(part, "failed");
    expect(line.textContent).toMatch(/Failed$/);
    if (part.state.status !== "error") throw new Error("It has not failed");
    if (tool.tool !== "invalid")
      expect(detail().querySelector("[aria-label=Error]")?.textContent).toBe(part.state.error);
    expect([...misnamed(line), ...misnamed(detail())]).toEqual([]);
  });

  test("denied: its line tells so in words, and opens to who did not allow it", async () => {
    const { line, detail } = shown(await callOf(tool, "denied"));
    const isQuestion = tool.tool === "question";
    expect(line.textContent).toMatch(isQuestion ? /Dismissed$/ : /Not allowed$/);
    if (tool.tool !== "invalid")
      expect(detail().textContent).toContain(isQuestion ? "No answer" : "Rejected when it asked.");
    expect([...misnamed(line), ...misnamed(detail())]).toEqual([]);
  });

  test.each(["running", "completed", "failed"] as const)("%s and huge: it is folded", async (state) => {
    const part = huge(await callOf(tool, state));
    const from = performance.now();
    const { line, detail } = shown(part);
    detail();
    const took = performance.now() - from;
    expect(line.textContent?.length).toBeLessThan(1_000);
    expect(detail().querySelectorAll("*").length).toBeLessThan(1_000);
    expect(detail().textContent?.length).toBeLessThan(60_000);
    const more = [...detail().querySelectorAll("[aria-expanded=false]")].map((button) => button.textContent);
    if (state === "completed") expect(more.join()).toMatch(/^(Show|… show) all/);
    expect(took).toBeLessThan(4_000);
  });

  test.each(["running", "completed", "failed"] as const)("%s and malformed: shows what there is", async (state) => {
    const part = malformed(await callOf(tool, state));
    const { line, detail } = shown(part);
    expect(line.textContent).toMatch(/^[A-Z][a-z]+ \S/);
    for (const name of Object.keys(part.state.input)) expect(detail().textContent).toContain(name);
    if (state === "completed") expect(detail().textContent).toContain(MALFORMED.slice(-9));
    expect([...misnamed(line), ...misnamed(detail())]).toEqual([]);
  });
});

test("a call that a rule denies names the rule", async () => {
  const [call] = await recordedCalls("tools-failed", "read");
  if (!call?.error) throw new Error("It is not recorded");
  const { line, detail } = shown(call.error);
  expect(line.textContent).toMatch(/Not allowed$/);
  expect(detail().querySelector("[aria-label='Why not']")?.textContent).toBe(
    "A rule of the server's configuration denies it: read *.key",
  );
});

test("a folder that was read is the list of what is in it", async () => {
  const folder = (await recordedCalls("tools-completed", "read"))[1]?.completed;
  if (!folder) throw new Error("It is not recorded");
  expect(shown(folder).detail().querySelector("[aria-label='What was read']")?.textContent).toBe("main.tstides.ts");
});

test("a search that finds nothing says so", async () => {
  const nothing = (await recordedCalls("tools-completed", "grep"))[1]?.completed;
  if (!nothing) throw new Error("It is not recorded");
  const { line, detail } = shown(nothing);
  expect(line.textContent).toBe("Searched ebb0 matches");
  expect(detail().textContent).toBe("No files found");
});
