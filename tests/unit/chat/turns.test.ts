import { describe, expect, test } from "vitest";
import { askedAt, isStreaming, showsWork } from "../../../components/chat/conversation/activity";
import { placesOf, usageOf } from "../../../components/chat/conversation/turns";
import { answerText, wasInterrupted } from "../../../components/chat/message/answer";
import { emptyTranscript, type Message, type Part, type Transcript } from "../../../lib/model";
import { upsertMessage, upsertPart } from "../../../lib/model/transcript-reducer";

function message(id: string, role: Message["role"], fields: Partial<Message> = {}): Message {
  return { id, sessionId: "ses", role, order: id, createdAt: 1000, ...fields };
}

function transcriptOf(messages: Message[], parts: Part[] = []): Transcript {
  const transcript = emptyTranscript();
  for (const each of messages) upsertMessage(transcript, each);
  for (const each of parts) upsertPart(transcript, each);
  return transcript;
}

const text = (id: string, messageId: string, words: string, endedAt?: number): Part => ({
  id,
  sessionId: "ses",
  messageId,
  order: id,
  type: "text",
  text: words,
  ...(endedAt === undefined ? {} : { endedAt }),
});

describe("turns", () => {
  test("join assistant messages that follow each other, and nothing else", () => {
    const held = transcriptOf([
      message("a", "user"),
      message("b", "assistant"),
      message("c", "assistant"),
      message("d", "user"),
      message("e", "user"),
    ]);
    const places = placesOf(held.messageIds, held.messages);
    expect(places.get("b")).toEqual({ first: true, last: false, turn: ["b", "c"], question: "a" });
    expect(places.get("c")).toEqual({ first: false, last: true, turn: ["b", "c"], question: "a" });
    expect(places.get("e")).toEqual({ first: true, last: true, turn: ["e"] });
  });

  test("add up what their messages took", () => {
    const tokens = { input: 100, output: 20, reasoning: 5, cacheRead: 9000, cacheWrite: 10 };
    const usage = usageOf([
      message("b", "assistant", { cost: 0.01, tokens }),
      message("c", "assistant", { cost: 0.02, tokens, createdAt: 5000, completedAt: 9000 }),
    ]);
    expect(usage.tokens).toBe(270);
    expect(usage.cost).toBeCloseTo(0.03);
    expect(usage.ms).toBe(8000);
  });

  test("are copied as the Markdown of all their messages", () => {
    const held = transcriptOf(
      [message("b", "assistant"), message("c", "assistant")],
      [text("1", "b", "# One\n"), text("2", "c", "Two")],
    );
    expect(answerText(["b", "c"], held)).toBe("# One\n\nTwo");
  });
});

describe("what the agent does", () => {
  test("streams while the agent's last text is open and has words", () => {
    const messages = [message("a", "user"), message("b", "assistant")];
    expect(isStreaming(transcriptOf(messages, [text("1", "b", "")]))).toBe(false);
    expect(isStreaming(transcriptOf(messages, [text("1", "b", "Hel")]))).toBe(true);
    expect(isStreaming(transcriptOf(messages, [text("1", "b", "Hello", 2)]))).toBe(false);
  });

  test("is not told by a prompt that waits behind the answer", () => {
    const held = transcriptOf(
      [message("b", "assistant"), message("c", "user", { createdAt: 7 })],
      [text("1", "b", "Hello", 2), text("2", "c", "And then?")],
    );
    expect(showsWork(held)).toBe(false);
    expect(askedAt(held)).toBe(7);
  });

  test("was cut off when a message of an idle session has no end, no error and no reason", () => {
    expect(wasInterrupted(message("b", "assistant"))).toBe(true);
    expect(wasInterrupted(message("b", "assistant", { completedAt: 1 }))).toBe(false);
    expect(wasInterrupted(message("b", "assistant", { error: { name: "X", message: "" } }))).toBe(false);
  });
});
