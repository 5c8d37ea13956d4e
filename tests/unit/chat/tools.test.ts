// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import {
  type Block,
  blocksOf,
  exploredWords,
  explores,
  isVisible,
  type Shown,
} from "../../../components/chat/parts/blocks";
import { elapsed } from "../../../components/tools/elapsed";
import { excerptOf, withoutEscapes } from "../../../components/tools/excerpt";
import { phaseOf, type ToolPhase } from "../../../components/tools/phase";
import { rendererOf } from "../../../components/tools/registry";
import { statusOf, wordOf } from "../../../components/tools/summary";
import { relativePath } from "../../../components/tools/tool";
import { type Request, type ServerInfo, serverTime, type ToolPart } from "../../../lib/model";
import { toolCall as call } from "../../support/tool-call";

const INFO = { version: "1.18.33", protocol: "v1" } as ServerInfo;

describe("where a call stands", () => {
  const waits: Request = {
    id: "per",
    type: "permission",
    sessionId: "ses",
    permission: "bash",
    patterns: [],
    always: [],
    metadata: {},
    tool: { messageId: "msg", callId: "call-p" },
  };

  test.each([
    [call("bash", { status: "pending" }), [], true, "pending"],
    [call("bash", { status: "running" }), [], true, "running"],
    [call("bash", { status: "running" }), [waits], true, "waiting"],
    [call("bash", { status: "running" }), [], false, "stopped"],
    [call("bash", { status: "completed" }), [], false, "completed"],
    [call("bash", { status: "error", error: "ENOENT" }), [], false, "failed"],
    [call("bash", { status: "error", error: "Tool execution aborted" }), [], false, "stopped"],
    [call("bash", { status: "error", error: "The user rejected permission to use it." }), [], false, "denied"],
  ] as const)("%#: %o", (part, requests, working, phase) => {
    expect(phaseOf(part, requests, working)).toBe(phase);
  });

  test("is told by the verb and a word, not by colour", () => {
    const verb = { base: "Run", doing: "Running", done: "Ran" };
    const part = call("bash", { status: "running" });
    expect([wordOf(verb, "running"), statusOf(part, "running", 9500)]).toEqual(["Running", "8 s"]);
    expect([wordOf(verb, "pending"), wordOf(verb, "waiting")]).toEqual(["Run", "Run"]);
    expect([wordOf(verb, "completed"), statusOf(part, "completed", 0)]).toEqual(["Ran", ""]);
    expect([wordOf(verb, "failed"), statusOf(part, "failed", 0)]).toEqual(["Run", "Failed"]);
    expect([wordOf(verb, "denied"), statusOf(part, "denied", 0)]).toEqual(["Run", "Not allowed"]);
  });
});

test("times of a server whose clock is ahead are told by that clock", () => {
  const server = { info: { ...INFO, clockOffset: 3_600_000 } };
  const part = call("bash", { status: "running", startedAt: 3_601_000 });
  expect(statusOf(part, "running", serverTime(server, 10_000))).toBe("9 s");
  expect(serverTime({ info: INFO }, 10_000)).toBe(10_000);
  expect(serverTime(undefined, 10_000)).toBe(10_000);
});

describe("what a call is about", () => {
  const context = { phase: "completed", directory: "/home/me/shop", mcpServers: () => [] } as const;
  const summary = (part: ToolPart) => rendererOf(part.tool).summary(part, context);

  test.each([
    [call("bash", { status: "completed", input: { command: "npm test\nexit" } }), "npm test"],
    [call("read", { status: "completed", input: { filePath: "/home/me/shop/src/a.ts" } }), "a.ts"],
    [call("grep", { status: "completed", input: { pattern: "z-index" } }), "z-index"],
    [call("webfetch", { status: "completed", input: { url: "https://example.org" } }), "https://example.org"],
    [call("hologram", { status: "completed", input: { query: "x" } }), "hologram"],
    [call("bash", { status: "pending", input: { command: 7 } }), "a command"],
  ])("%#: %o", (part, subject) => {
    expect(summary(part).subject).toBe(subject);
  });

  test("a call that the server could not make sense of names the tool that was meant", () => {
    const part = call("invalid", { status: "completed", input: { tool: "no_such_tool", error: "There is none." } });
    expect(summary(part)).toMatchObject({ subject: "no_such_tool", note: "not possible" });
  });

  test("lines changed are the server's count, else counted in the diff", () => {
    const counted = { filediff: { additions: 4, deletions: 2 } };
    expect(summary(call("edit", { status: "completed", metadata: counted })).changes).toEqual({
      additions: 4,
      deletions: 2,
    });
    const diff = { diff: "@@ -1 +1,2 @@\n-a\n+b\n+c\n" };
    expect(summary(call("edit", { status: "completed", metadata: diff })).changes).toEqual({
      additions: 2,
      deletions: 1,
    });
  });

  test("a checklist that is not one does not break", () => {
    const todos = [{ content: "a", status: "completed" }, null, { content: 5 }, "x"];
    expect(summary(call("todowrite", { status: "completed", input: { todos } })).note).toBe("1 of 1 done");
  });

  test("paths below the folder are shown from there, others whole", () => {
    expect(relativePath("/home/me/shop/src/a.ts", "/home/me/shop/")).toBe("src/a.ts");
    expect(relativePath("/home/me/shopping/a.ts", "/home/me/shop")).toBe("/home/me/shopping/a.ts");
    expect(relativePath("C:\\work\\a.ts", "C:\\work")).toBe("a.ts");
  });
});

describe("an answer's blocks", () => {
  const shown = (id: string, calls: ToolPart[], more: Partial<Shown> = {}): Shown => ({
    id,
    pieces: calls.map((part) => ({ id: part.id, explores: explores(part, () => part.state.status as ToolPhase) })),
    opens: false,
    ends: false,
    ...more,
  });
  const read = (id: string, status: ToolPart["state"]["status"] = "completed") => call("read", { status }, id);
  const run = (...ids: string[]): Block => ({ type: "explored", ids });

  test("fold neighbouring calls that only look around", () => {
    const grep = call("grep", { status: "completed" }, "2");
    const bash = call("bash", { status: "completed" }, "3");
    expect(blocksOf([shown("m", [read("1"), grep, bash, read("4")])]).get("m")).toEqual([
      run("1", "2"),
      { type: "part", id: "3" },
      run("4"),
    ]);
    expect(exploredWords(["read", "read", "grep", "list"])).toBe("2 files, 1 search, 1 folder");
  });

  test("fold them across the steps of an answer, in the place of the first, until something else can be seen", () => {
    const blocks = blocksOf([
      shown("m1", [read("1")]),
      shown("m2", []),
      shown("m3", [read("2"), read("3", "running")]),
      shown("m4", [read("4")], { ends: true }),
      shown("m5", [read("5")]),
      shown("question", [], { opens: true }),
      shown("m6", [read("6"), call("bash", { status: "completed" }, "7")]),
    ]);
    expect([...blocks.values()]).toEqual([
      [run("1", "2", "3", "4")],
      [],
      [],
      [],
      [run("5")],
      [],
      [run("6"), { type: "part", id: "7" }],
    ]);
  });

  test("leave a call that failed, or waits for the user, on its own", () => {
    const [call] = [read("1")];
    expect(explores(call, () => "completed")).toBe(true);
    expect(explores(call, () => "waiting")).toBe(false);
    expect(explores(call, () => "failed")).toBe(false);
    expect(explores(call, () => "stopped")).toBe(false);
  });

  test("leave out steps, what is empty and what the program added, and keep what they do not know", () => {
    const base = { id: "1", sessionId: "ses", messageId: "msg", order: "1" };
    expect(isVisible({ ...base, type: "step", phase: "start" })).toBe(false);
    expect(isVisible({ ...base, type: "text", text: "" })).toBe(false);
    expect(isVisible({ ...base, type: "text", text: "", gapAt: 0 })).toBe(true);
    expect(isVisible({ ...base, type: "text", text: "Hi", synthetic: true })).toBe(false);
    expect(isVisible({ ...base, type: "unknown", kind: "hologram", raw: {} })).toBe(true);
  });
});

describe("long output", () => {
  test("shows its first lines and knows how many there are", () => {
    const text = Array.from({ length: 40 }, (_, index) => `line ${index}`).join("\n");
    const excerpt = excerptOf(`${text}\n`, 12);
    expect(excerpt.text.split("\n")).toHaveLength(12);
    expect(excerpt).toMatchObject({ lines: 40, cut: true });
  });

  test("is whole when only a line or two would be left out", () => {
    expect(excerptOf("a\nb\nc\nd", 2).cut).toBe(false);
  });

  test("is cut by characters when it is one line", () => {
    const excerpt = excerptOf("x".repeat(1_000_000), 12);
    expect(excerpt.text).toHaveLength(4000);
    expect(excerpt.cut).toBe(true);
  });

  test("loses its terminal colours", () => {
    expect(withoutEscapes("\u001b[32m✓\u001b[0m ok \u001b]8;;http://x\u0007link")).toBe("✓ ok link");
  });
});

test.each([
  [400, ""],
  [8_900, "8 s"],
  [65_000, "1 min 5 s"],
  [120_000, "2 min"],
  [7_380_000, "2 h 3 min"],
])("%d ms are %j", (ms, words) => {
  expect(elapsed(ms)).toBe(words);
});
