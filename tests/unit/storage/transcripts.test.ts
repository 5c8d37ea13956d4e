import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MessageWithParts, SessionKey } from "../../../lib/model";
import {
  dropTranscripts,
  loadTranscript,
  saveTranscript,
  TRANSCRIPT_BUDGET,
  TRANSCRIPT_LIMIT,
} from "../../../lib/storage/transcripts";
import { limitStorage, resetBrowser, stored, storeRaw } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

const key = (n: number): SessionKey => `s/${n}`;

function transcript(length: number): { messages: MessageWithParts[] } {
  const base = { id: "p", sessionId: "1", messageId: "m", order: "p" };
  const message = { id: "m", sessionId: "1", role: "user" as const, order: "m", createdAt: 1 };
  return { messages: [{ message, parts: [{ ...base, type: "text", text: "x".repeat(length) }] }] };
}

const kept = async () => Object.keys(await stored()).filter((one) => one.startsWith("transcript:"));

describe("transcripts", () => {
  it("come back, with the cursor of what is older", async () => {
    await saveTranscript(key(1), { ...transcript(5), olderCursor: "c" }, 1);
    expect(await loadTranscript(key(1))).toEqual({ ...transcript(5), olderCursor: "c" });
    expect(await loadTranscript(key(2))).toBeUndefined();
  });

  it("stay within their budget: the least recently saved goes", async () => {
    const size = 900_000;
    const fits = Math.floor(TRANSCRIPT_BUDGET / (size + 200));
    for (let n = 1; n <= fits + 2; n++) await saveTranscript(key(n), transcript(size), n);
    expect(await kept()).toEqual(Array.from({ length: fits }, (_, at) => `transcript:${key(at + 3)}`));
  });

  it("saved at the same time are all counted", async () => {
    await Promise.all([1, 2, 3].map((n) => saveTranscript(key(n), transcript(5), n)));
    const { transcripts } = (await stored()) as { transcripts: { data: unknown[] } };
    expect(transcripts.data).toHaveLength(3);
  });

  it("too large for a copy are not kept, nor is what was kept of them before", async () => {
    await saveTranscript(key(1), transcript(5), 1);
    await saveTranscript(key(1), transcript(TRANSCRIPT_LIMIT), 2);
    expect(await kept()).toEqual([]);
  });

  it("make room for each other when storage is full", async () => {
    for (let n = 1; n <= 3; n++) await saveTranscript(key(n), transcript(1000), n);
    await limitStorage(100);
    await saveTranscript(key(4), transcript(1000), 4);
    expect((await kept()).sort()).toEqual([2, 3, 4].map((n) => `transcript:${key(n)}`));
  });

  it("say that storage is full when there is nothing left to drop", async () => {
    await storeRaw({ other: "x" });
    await limitStorage(100);
    await expect(saveTranscript(key(1), transcript(1000), 1)).rejects.toThrow("quota");
    expect(await stored()).toMatchObject({ other: "x" });
  });

  it("are dropped by what they belong to", async () => {
    await saveTranscript("a/1", transcript(5), 1);
    await saveTranscript("b/1", transcript(5), 2);
    await dropTranscripts(({ key: of }) => of.startsWith("a/"));
    expect(await kept()).toEqual(["transcript:b/1"]);
    await dropTranscripts(() => false);
    expect(await kept()).toEqual(["transcript:b/1"]);
  });

  it("with a list that cannot be read are still read and saved", async () => {
    await saveTranscript(key(1), transcript(5), 1);
    await storeRaw({ transcripts: "garbage" });
    expect(await loadTranscript(key(1))).toBeDefined();
    await saveTranscript(key(2), transcript(5), 2);
    expect(await loadTranscript(key(2))).toBeDefined();
  });
});
