import { describe, expect, test } from "vitest";
import { withEntry } from "../../../components/chat/edit-entry";
import { canBeWritten, contentOf, isNothing } from "../../../components/chat/message/content";
import { errorWords, retryWords } from "../../../components/chat/message/errors";
import { aroundText } from "../../../components/composer/context/around";
import type { OutboxEntry, PromptPart } from "../../../lib/model";
import type { ContextItem } from "../../../lib/page/context";
import { fence } from "../../../lib/page/fence";

const item: ContextItem = {
  id: "0123456789abcdef",
  kind: "selection",
  title: "A page",
  url: "https://example.org/a",
  text: "Selected\n\nwords",
  createdAt: 5,
};
const parts: PromptPart[] = [
  { id: "1", type: "text", text: fence(item), synthetic: true },
  { id: "2", type: "text", text: "What is this?" },
  { id: "3", type: "text", text: "Called the read tool", synthetic: true },
  { id: "4", type: "file", mime: "image/png", filename: "a.png", url: "data:image/png;base64,AA" },
];

describe("what the user sent", () => {
  test("is sorted into chips, files and words, without what the program added", () => {
    const content = contentOf(parts);
    expect(content.text).toBe("What is this?");
    expect(content.context).toEqual([{ item: expect.objectContaining({ title: "A page" }), raw: fence(item) }]);
    expect(content.files.map((file) => file.filename)).toEqual(["a.png"]);
  });

  test("is nothing when only the program spoke", () => {
    expect(isNothing(contentOf([{ id: "3", type: "text", text: "Called", synthetic: true }]))).toBe(true);
    expect(isNothing(contentOf(parts))).toBe(false);
  });

  test("can be written again when the bytes of its files are there, or it is known where they are", () => {
    const withFile = (url: string, filename?: string): PromptPart[] => [
      { id: "1", type: "file", mime: "image/png", url, ...(filename === undefined ? {} : { filename }) },
    ];
    expect(canBeWritten(contentOf(parts))).toBe(true);
    expect(canBeWritten(contentOf(withFile("file:///work/a.png", "a.png")))).toBe(true);
    expect(canBeWritten(contentOf(withFile("file:///work/a.png")))).toBe(false);
    expect(canBeWritten(contentOf(withFile("https://example.org/a.png", "a.png")))).toBe(false);
    expect(canBeWritten(contentOf(withFile("", "a.png")))).toBe(false);
    expect(canBeWritten(contentOf(parts.slice(0, 3)))).toBe(true);
    expect(canBeWritten(contentOf([]))).toBe(false);
  });

  test("comes back into the composer before what was written since", () => {
    const entry: OutboxEntry = { key: "srv/ses", state: "not-sent", createdAt: 9, prompt: { messageId: "msg", parts } };
    const draft = withEntry({ text: "And more", context: [] }, entry);
    expect(draft.text).toBe("What is this?\n\nAnd more");
    expect(draft.context).toEqual([
      { id: "msg-0", kind: "selection", title: "A page", url: item.url, text: item.text, createdAt: 9 },
    ]);
  });
});

describe("a chip's preview", () => {
  test("is the fence that is sent, around the text", () => {
    const { before, after } = aroundText(item);
    expect(`${before}\n\n${item.text}\n${after}`).toBe(fence(item));
  });

  test("has no blank line when there is no text", () => {
    const empty = { ...item, text: "" };
    const { before, after } = aroundText(empty);
    expect(`${before}\n${after}`).toBe(fence(empty));
  });
});

describe("errors in words", () => {
  test("a stop by the user is none", () => {
    expect(errorWords({ name: "MessageAbortedError", message: "The operation was aborted." })).toEqual({
      title: "Stopped",
      calm: true,
    });
  });

  test.each([
    [{ name: "APIError", message: "Rate limited", statusCode: 429 }, /busy/],
    [{ name: "APIError", message: "no", statusCode: 401 }, /credentials/],
    [{ name: "APIError", message: "no", statusCode: 529 }, /problem of its own/],
    [{ name: "UnknownError", message: "Agent not found" }, /^Agent not found$/],
    [{ name: "UnknownError", message: "Model not found: acme/gone." }, /Choose another one/],
    [{ name: "UnknownError", message: "" }, /without saying why/],
  ])("%o", (error, words) => {
    expect(errorWords(error).title).toMatch(words);
  });

  test("a wait counts down, and never below now", () => {
    expect(retryWords(2, 7400)).toBe("The provider is busy; trying again in 8 s (2nd try)");
    expect(retryWords(4, -1)).toBe("The provider is busy; trying again now (4th try)");
  });
});
