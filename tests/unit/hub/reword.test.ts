import { expect, test } from "vitest";
import { toOutboxEntry } from "../../../lib/hub/prompts";
import { reworded } from "../../../lib/hub/reword";

let made = 0;
const identify = (prefix: string) => `${prefix}_${++made}`;
const PAGE = { id: "1", kind: "link", title: "A page", url: "https://example.org/", text: "", createdAt: 1 } as const;
const FILE = { id: "f", name: "a.png", mime: "image/png", size: 1 } as const;

const queued = (text: string, more: object = {}) =>
  toOutboxEntry({ key: "s/1", messageId: "msg_1", text, context: [], ...more }, "/work", identify, 1);
const after = (entry: ReturnType<typeof queued>, words: string, kind?: "command") =>
  reworded(entry, words, kind, identify).prompt;

test("who answers, what comes from pages and what is attached stay", () => {
  const model = { providerId: "p", modelId: "m" };
  const entry = queued("Two", { context: [PAGE], attachments: [FILE], agent: "plan", model });
  const { parts, ...prompt } = after(entry, "Three");
  const [page, words, file] = entry.prompt.parts;
  expect(parts).toEqual([page, { ...words, text: "Three" }, file]);
  expect(prompt).toEqual({ messageId: "msg_1", agent: "plan", model });
});

test("words come to what had none", () => {
  const { parts } = after(queued("", { context: [PAGE], attachments: [FILE] }), "Look");
  expect(parts.map((part) => (part.type === "text" ? part.text.slice(0, 5) : part.type))).toEqual([
    "<page",
    "Look",
    "file",
  ]);
});

test("what is named is found at its new place, and goes when it is named no more", () => {
  const entry = queued("See @a.ts and @b.ts", {
    mentions: [
      { type: "file", path: "a.ts" },
      { type: "file", path: "b.ts" },
    ],
  });
  const [, ...named] = after(entry, "Only @b.ts").parts;
  expect(named).toMatchObject([{ filename: "b.ts", source: { value: "@b.ts", start: 5, end: 10 } }]);
});

test("other lines of what is named are meant when they are written", () => {
  const entry = queued("See @a.ts#1-2 and @a.ts#5", {
    mentions: [
      { type: "file", path: "a.ts", lines: "1-2" },
      { type: "file", path: "a.ts", lines: "5" },
    ],
  });
  expect(entry.prompt.parts.slice(1)).toMatchObject([
    { filename: "a.ts#1-2", url: "file:///work/a.ts?start=1&end=2", source: { value: "@a.ts#1-2", start: 4, end: 13 } },
    { filename: "a.ts#5", url: "file:///work/a.ts?start=5&end=5" },
  ]);
  const [, ...named] = after(entry, "See @a.ts#5 and @a.ts#30-").parts;
  expect(named).toMatchObject([
    { filename: "a.ts#30-", url: "file:///work/a.ts?start=30", source: { value: "@a.ts#30-", start: 16, end: 25 } },
    { filename: "a.ts#5", source: { start: 4 } },
  ]);
  expect(after(entry, "See @a.ts").parts.slice(1)).toMatchObject([{ filename: "a.ts", url: "file:///work/a.ts" }]);
});

test("a command has its new words, or is none any more; a line of shell stays one", () => {
  const command = queued("/tide noon", { kind: "command", context: [PAGE] });
  const run = after(command, "/tide night", "command").run;
  expect(run).toMatchObject({ type: "command", name: "tide", arguments: expect.stringMatching(/^night\n\n<page/) });
  expect(after(command, "The tide").run).toBeUndefined();
  expect(after(queued("Hello"), "/tide", "command").run).toEqual({ type: "command", name: "tide", arguments: "" });
  expect(after(queued("ls", { kind: "shell" }), "pwd")).toMatchObject({
    run: { type: "shell", command: "pwd" },
    parts: [{ text: "!pwd" }],
  });
});
