import { describe, expect, it } from "vitest";
import { KEPT_BYTES, savedPage } from "../../../lib/hub/saved-page";
import { emptyTranscript, type Part, type Transcript } from "../../../lib/model";
import { upsertMessage, upsertPart } from "../../../lib/model/transcript-reducer";
import { bytesOf } from "../../../lib/storage/bytes";
import { toolCall } from "../../support/tool-call";

const id = (n: number) => `m${String(n).padStart(3, "0")}`;

/** A transcript of messages with these parts each. */
function transcriptOf(count: number, partsOf: (n: number) => Part[]): Transcript {
  const transcript = { ...emptyTranscript(), loaded: "fresh" as const, olderCursor: "c" };
  for (let n = 0; n < count; n++) {
    upsertMessage(transcript, { id: id(n), sessionId: "s", role: "assistant", order: id(n), createdAt: n });
    for (const part of partsOf(n)) upsertPart(transcript, { ...part, messageId: id(n), sessionId: "s" });
  }
  return transcript;
}

const text = (partId: string, words: string): Part => {
  const ids = { id: partId, sessionId: "s", messageId: "", order: partId };
  return { ...ids, type: "text", text: words, endedAt: 1 };
};
const output = (partId: string, words: string): Part =>
  toolCall("bash", { status: "completed", output: words, metadata: { output: words } }, partId);

describe("the copy of a conversation", () => {
  it("has its last messages as they are, and the cursor of what is older when it begins where that ends", () => {
    const whole = savedPage(transcriptOf(3, (n) => [text(`p${n}`, `Words ${n}`)]));
    expect(whole.messages.map(({ parts }) => parts)).toMatchObject([0, 1, 2].map((n) => [{ text: `Words ${n}` }]));
    expect(whole.olderCursor).toBe("c");
    const page = savedPage(transcriptOf(60, (n) => [text(`p${n}`, `Words ${n}`)]));
    expect(page.messages.map(({ message }) => message.id)).toEqual(Array.from({ length: 40 }, (_, n) => id(n + 20)));
    expect(page).not.toHaveProperty("olderCursor");
  });

  it("has as many of the newest messages as there is room for", () => {
    const page = savedPage(transcriptOf(40, (n) => [text(`p${n}`, "x".repeat(20_000))]));
    expect(page.messages.length).toBe(14);
    expect(page.messages.at(-1)?.message.id).toBe(id(39));
    expect(bytesOf(page)).toBeLessThan(KEPT_BYTES + 5_000);
  });

  it("counts bytes: Chinese has room for a third", () => {
    const page = savedPage(transcriptOf(40, (n) => [text(`p${n}`, "潮".repeat(20_000))]));
    expect(page.messages.length).toBe(4);
    expect(bytesOf(page)).toBeLessThan(KEPT_BYTES + 5_000);
  });

  it("has a huge output and a huge answer cut, and not in the middle of a character", () => {
    const huge = `a${"🌊".repeat(1_000_000)}`;
    const page = savedPage(transcriptOf(2, (n) => [output(`p${n}a`, huge), text(`p${n}b`, huge)]));
    expect(page.messages.length).toBe(1);
    const [call, words] = page.messages[0]?.parts ?? [];
    if (call?.type !== "tool" || call.state.status !== "completed" || words?.type !== "text")
      throw new Error("missing");
    for (const cut of [call.state.output, call.state.metadata.output, words.text]) {
      expect(cut).toMatch(/^a(🌊)+\n…$/u);
    }
    expect(words.text.length).toBeGreaterThan(call.state.output.length);
  });

  it("has the end of a newest message that is too large, and a smaller part of those before a part with too many texts", () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`file ${n}`, "x".repeat(10_000)]));
    const parts = Array.from({ length: 30 }, (_, n) => text(`p${String(n).padStart(2, "0")}`, "x".repeat(40_000)));
    parts.push(toolCall("edit", { status: "completed", metadata: many }, "p99"));
    const page = savedPage(transcriptOf(1, () => parts));
    expect(page.messages[0]?.parts.map((part) => part.id)).toEqual(["p23", "p24", "p25", "p26", "p27", "p28", "p29"]);
  });

  it("leaves what is held as it is", () => {
    const transcript = transcriptOf(1, () => [output("p", "x".repeat(1_000_000))]);
    const before = structuredClone(transcript);
    savedPage(transcript);
    expect(transcript).toEqual(before);
  });
});
