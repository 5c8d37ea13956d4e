import { describe, expect, it } from "vitest";
import { createSearch } from "../../../lib/find/find";
import { plainOf } from "../../../lib/find/plain";
import type { Message, MessageWithParts, Part, ToolInput } from "../../../lib/model";

const message = (role: Message["role"]): Message => ({
  id: "msg",
  sessionId: "ses",
  role,
  order: "1",
  createdAt: 0,
});
const base = { sessionId: "ses", messageId: "msg", order: "1" };
const text = (words: string): Part => ({ ...base, id: "text", type: "text", text: words, endedAt: 1 });
const call = (input: ToolInput, output: string): Part => ({
  ...base,
  id: "call",
  type: "tool",
  callId: "call",
  tool: "bash",
  state: { status: "completed", input, output, title: "", metadata: {}, attachments: [], startedAt: 0, endedAt: 1 },
});
const answer = (...parts: Part[]): MessageWithParts => ({ message: message("assistant"), parts });
const found = (query: string, entry: MessageWithParts) =>
  createSearch(query)(entry).map(({ pieceId, count }) => [pieceId, count]);

describe("what is found in an answer", () => {
  it.each([
    ["in any case", "The Tides of BREST", "brest", 1],
    ["as often as it is there", "ebb, flow, ebb and Ebb", "ebb", 3],
    ["across marks and code", "The header's **z-index** is `above` it", "header's z-index is above", 1],
    ["across the end of a line", "one thing\nafter another", "thing after", 1],
    ["in the words of a link, not in its address", "See [the chart](https://tides.example)", "tides", 0],
    ["in code", "```ts\nconst height = 2;\n```", "const height", 1],
    ["with signs that mean something elsewhere", "Is `a.b(c)?` right", "a.b(c)?", 1],
    ["with signs alone", "if (a => b)", "=>", 1],
    ["as it is shown, not as it is written", "a &amp; b", "a & b", 1],
    ["not across two paragraphs", "one\n\nafter", "one after", 0],
    ["not across two items", "- one\n- after", "one after", 0],
    ["not across two cells", "| one | after |\n|-|-|\n", "one after", 0],
  ])("%s", (_, source, query, count) => {
    expect(found(query, answer(text(source)))).toEqual(count === 0 ? [] : [["text", count]]);
  });

  it("is found in thoughts and in a call's input and output, where it counts once", () => {
    const thought: Part = { ...base, id: "thought", type: "reasoning", text: "Perhaps the tide" };
    const parts = [thought, call({ command: "ls tide", list: ["tide"] }, "tide.ts tide.md"), text("No tide")];
    expect(found("tide", answer(...parts))).toEqual([
      ["thought", 1],
      ["call", 1],
      ["text", 1],
    ]);
  });

  it("is not what the program added", () => {
    expect(found("tide", answer({ ...base, id: "text", type: "text", text: "tide", synthetic: true }))).toEqual([]);
  });

  it("is nothing for a query of white space", () => {
    expect(found("  ", answer(text("a  b")))).toEqual([]);
  });
});

describe("what is found in a prompt", () => {
  it("is what the user wrote, as it was typed", () => {
    expect(found("**why**", { message: message("user"), parts: [text("And **why**?")] })).toEqual([["msg", 1]]);
  });
});

describe("the plain text of Markdown", () => {
  it("does not take long where a tag is opened again and again", () => {
    const begun = performance.now();
    plainOf("<a ".repeat(20_000));
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
