import { describe, expect, test } from "vitest";
import { choose, chooseOwn, replyOf, sheetOf, withAnswer } from "../../../components/requests/answers";
import { permissionTitle, purposeOf } from "../../../components/requests/permission";
import {
  type AskedCall,
  askedInFull,
  boundedCall,
  isToldInFull,
  type PermissionRequest,
  type Question,
  type QuestionRequest,
} from "../../../lib/model";
import type { Answer } from "../../../lib/storage/drafts";

const question: Question = {
  question: "Which?",
  header: "Which",
  options: ["a", "b", "c"].map((label) => ({ label, description: "" })),
  multiple: false,
  custom: true,
};
const blank: Answer = { chosen: [], own: "", ownChosen: false };

describe("an answer", () => {
  test("has one option where one is asked for", () => {
    const answer = choose(choose(blank, "a", false), "b", false);
    expect(replyOf(question, answer)).toEqual(["b"]);
  });

  test("has several in the order of the options, and loses them when clicked again", () => {
    const both = choose(choose(blank, "c", true), "a", true);
    expect(replyOf(question, both)).toEqual(["a", "c"]);
    expect(replyOf(question, choose(both, "c", true))).toEqual(["a"]);
  });

  test("in own words replaces an option, or stands beside several", () => {
    const own = { own: " mine " };
    expect(replyOf(question, chooseOwn({ ...choose(blank, "a", false), ...own }, true, false))).toEqual(["mine"]);
    expect(replyOf(question, chooseOwn({ ...choose(blank, "a", true), ...own }, true, true))).toEqual(["a", "mine"]);
  });

  test("of blank own words is none", () => {
    expect(replyOf(question, { ...blank, own: "  ", ownChosen: true })).toEqual([]);
  });

  test("goes to the question on show; answers to other questions than these are none", () => {
    const request: QuestionRequest = { id: "que", type: "question", sessionId: "ses", questions: [question, question] };
    const sheet = withAnswer({ ...sheetOf(request, undefined), at: 1 }, choose(blank, "b", false));
    expect(sheet.answers.map(({ chosen }) => chosen)).toEqual([[], ["b"]]);
    expect(sheetOf(request, sheet)).toBe(sheet);
    expect(sheetOf({ ...request, questions: [question] }, sheet)).toEqual({ at: 0, answers: [blank] });
  });
});

test("a permission is asked for in words", () => {
  const servers = () => ["git", "harbour-board", "github"];
  expect(permissionTitle("bash", servers)).toBe("Run a command?");
  expect(permissionTitle("github_create_issue", servers)).toBe("Use create_issue of github?");
  expect(permissionTitle("harbour-board_post_tide", servers)).toBe("Use post_tide of harbour-board?");
  expect(permissionTitle("weather_now", servers)).toBe("Use weather_now?");
});

describe("what a permission is for", () => {
  const asked = (permission: string, fields: Partial<PermissionRequest> = {}): PermissionRequest => ({
    id: "per",
    type: "permission",
    sessionId: "ses",
    permission,
    patterns: ["*"],
    always: ["*"],
    metadata: {},
    ...fields,
  });
  const call = (tool: string, input: AskedCall["input"]): AskedCall => ({ tool, input });

  test.each([
    ["a command", asked("bash"), call("bash", { command: "ls", description: "Lists files" }), "Lists files"],
    ["a subagent", asked("task", { metadata: { description: "Find tides" } }), undefined, "Find tides"],
    ["a folder outside", asked("external_directory"), call("bash", { command: "ls /" }), "Running ls /"],
    ["a command nobody knows", asked("bash"), undefined, ""],
  ])("%s", (_, request, part, words) => expect(purposeOf(request, part)).toBe(words));

  test.each([
    [
      "a command, whole",
      asked("bash", { patterns: ["cd a", "ls"], metadata: { command: "cd a && ls" } }),
      "cd a && ls",
    ],
    ["an address", asked("webfetch", { patterns: ["https://example.org"] }), "https://example.org"],
    ["what an unknown tool gets", asked("github_create_issue"), '{\n  "title": "Tides"\n}'],
    [
      "a step that is repeated, and with what",
      asked("doom_loop", { patterns: ["read"], metadata: { tool: "read", input: { filePath: "a" } } }),
      'Reading a\n{\n  "filePath": "a"\n}',
    ],
  ])("is shown: %s", (_, request, words) =>
    expect(askedInFull(request, call("github_create_issue", { title: "Tides" }))).toBe(words),
  );

  const edit = { permission: "edit", patterns: ["a.md"], metadata: { diff: "-a\n+b" } };
  test.each([
    ["a command", asked("bash", { patterns: ["ls"] }), undefined, true],
    ["a tool whose input is known", asked("github_create_issue"), call("github_create_issue", { title: "a" }), true],
    ["a tool whose input nobody knows", asked("github_create_issue"), undefined, false],
    ["a tool whose input is cut", asked("store_put"), boundedCall("store_put", { text: "a".repeat(20_000) }), false],
    ["a change to a file", asked("edit", edit), call("edit", { filePath: "a.md" }), false],
  ])("is told in full: %s", (_, request, part, isTold) => expect(isToldInFull(request, part)).toBe(isTold));

  test("a call that is too long to be carried along has its texts cut, and is emptied where that does not do", () => {
    const long = boundedCall("store_put", { name: "tides", text: "a".repeat(20_000) });
    expect(long).toMatchObject({ isCut: true, input: { name: "tides" } });
    expect(long.input.text).toMatch(/^a{2000}… \(18000 more characters\)$/);
    const wide = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`text${index}`, "a".repeat(2_000)]));
    expect(boundedCall("store_put", wide)).toEqual({ tool: "store_put", input: {}, isCut: true });
    expect(boundedCall("store_put", { name: "tides" })).toEqual({ tool: "store_put", input: { name: "tides" } });
  });
});
