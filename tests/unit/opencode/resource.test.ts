import { expect, test } from "vitest";
import type { PromptPart } from "../../../lib/model";
import { decodePart } from "../../../lib/opencode/v1/decode-part";
import { encodePrompt } from "../../../lib/opencode/v1/encode-prompt";

const text = (words: string, more: object = {}) =>
  decodePart({ id: "prt_1", sessionID: "ses_1", messageID: "msg_1", type: "text", text: words, ...more });
const encoded = (part: PromptPart) => encodePrompt({ messageId: "msg_1", parts: [part] }).json.parts;

test.each([
  ["Notice board", "harbour", "harbour://board"],
  ["A [b] (c)", "my server [1]/two", "file:///a (b).txt"],
])("%s of %s is handed over so that the server's line about it says whose it is", (filename, client, url) => {
  const source = { value: `@${filename}`, start: 4, end: 5 + filename.length };
  const [sent] = encoded({ id: "prt_1", type: "file", mime: "text/plain", filename, url, client, source }) as [
    { filename: string; source: object },
  ];
  expect(sent.source).toEqual({ type: "resource", clientName: client, uri: url, text: source });
  expect(sent).not.toHaveProperty("client");
  const line = `Reading MCP resource: ${sent.filename} (${url})`;
  expect(text(line, { synthetic: true })).toMatchObject({ type: "file", mime: "text/plain", filename, url, client });
  expect(text(line)).toMatchObject({ type: "text", text: line });
});

test("one that the words do not name is read all the same", () => {
  const part = { id: "prt_1", type: "file", mime: "text/plain", filename: "a", url: "h://a", client: "h" } as const;
  expect(encoded(part)).toMatchObject([{ source: { type: "resource", text: { value: "", start: 0, end: 0 } } }]);
});

test.each(["Reading MCP resource: Board (harbour://board)", "Reading MCP resource: B [%E0%A4%A] (h://b)", "Other"])(
  "“%s” names no resource that could be asked for again",
  (line) => {
    expect(text(line, { synthetic: true })).toMatchObject({ type: "text", text: line });
  },
);
