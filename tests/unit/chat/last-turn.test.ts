import { expect, test } from "vitest";
import { isOfLastTurn } from "../../../components/todos/last-turn";
import type { Message, Part } from "../../../lib/model";

/** A session of messages that are the user's ("?") or use these tools. */
function transcript(...messages: string[]) {
  const ids = messages.map((_, at) => `m${at}`);
  const message = (said: string, at: number) => [`m${at}`, { role: said === "?" ? "user" : "assistant" } as Message];
  const part = (said: string, at: number) => [`p${at}`, { type: "tool", tool: said } as Part];
  return {
    messageIds: ids,
    messages: Object.fromEntries(messages.map(message)),
    partIds: Object.fromEntries(ids.map((id, at) => [id, [`p${at}`]])),
    parts: Object.fromEntries(messages.map(part)),
  };
}

test.each([
  [["?", "todowrite", "read"], true],
  [["?", "todowrite", "?", "read", "todowrite"], true],
  [["?", "todowrite", "?"], false],
  [["?", "todowrite", "?", "read"], false],
  [["todowrite"], true],
  [[], false],
])("a list of tasks written in %j is of the last turn: %s", (messages, expected) => {
  expect(isOfLastTurn(transcript(...messages))).toBe(expected);
});
