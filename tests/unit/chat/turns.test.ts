import { describe, expect, test } from "vitest";
import { askedAt, isStreaming, showsWork } from "../../../components/chat/conversation/activity";
import { undoneFiles } from "../../../components/chat/conversation/shown";
import { placesOf, usageOf } from "../../../components/chat/conversation/turns";
import { answeredBy, answerText, wasInterrupted } from "../../../components/chat/message/answer";
import { offersOf } from "../../../components/commands/command";
import { message as commands } from "../../../components/commands/list/message";
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

describe("a revert", () => {
  const patch = (id: string, messageId: string, files: string[]): Part => ({
    id,
    sessionId: "ses",
    messageId,
    order: id,
    type: "patch",
    files,
  });
  const held = transcriptOf(
    ["a", "b", "c", "d"].map((id, at) => message(id, at % 2 === 0 ? "user" : "assistant")),
    [patch("1", "b", ["/x/one.ts"]), patch("2", "d", ["/x/two.ts", "/x/one.ts"]), patch("3", "d", ["/x/two.ts"])],
  );

  test("undoes each file that was changed from its message on, once", () => {
    expect(undoneFiles(held, "c")).toEqual(["/x/two.ts", "/x/one.ts"]);
    expect(undoneFiles(held, "a")).toEqual(["/x/one.ts", "/x/two.ts"]);
    expect(undoneFiles(held, undefined)).toEqual([]);
  });

  test("says beforehand how many files that are", () => {
    const subject = { note: "", working: false, copy: undefined, fork: undefined, raw() {}, edit() {}, revert() {} };
    const labels = (undoes: number) => offersOf(commands, { ...subject, undoes }).map(({ label }) => label);
    expect(labels(0)).toEqual(["Edit and resend", "Revert to here", "Show as JSON"]);
    expect(labels(1)).toContain("Revert to here (undoes 1 file)");
    expect(labels(2)).toContain("Edit and resend (undoes 2 files)");
  });
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

  test("tells by a thought that it works, unless thoughts are not shown", () => {
    const thought: Part = { ...text("p", "b", "Hm"), type: "reasoning" } as Part;
    const held = transcriptOf([message("a", "user"), message("b", "assistant")], [thought]);
    expect([showsWork(held), showsWork(held, true)]).toEqual([true, false]);
  });

  test("was given by an agent and a model, with its effort if one was chosen", () => {
    const model = { providerId: "p", modelId: "m-4", variant: "high" };
    const named = {
      agents: [],
      commands: [],
      providers: [
        {
          id: "p",
          name: "P",
          models: [
            { id: "m-4", providerId: "p", name: "M 4", contextLimit: 0, reasoning: true, tools: true, variants: [] },
          ],
        },
      ],
    };
    const given = message("b", "assistant", { agent: "plan", model });
    expect(answeredBy(given, named)).toEqual(["plan", "M 4", "high"]);
    expect(answeredBy(given, undefined)).toEqual(["plan", "m-4", "high"]);
    expect(answeredBy(message("c", "assistant"), named)).toEqual([]);
  });

  test("was cut off when a message of an idle session has no end, no error and no reason", () => {
    expect(wasInterrupted(message("b", "assistant"))).toBe(true);
    expect(wasInterrupted(message("b", "assistant", { completedAt: 1 }))).toBe(false);
    expect(wasInterrupted(message("b", "assistant", { error: { name: "X", message: "" } }))).toBe(false);
  });
});
