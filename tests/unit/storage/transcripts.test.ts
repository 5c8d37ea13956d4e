import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { MessageWithParts, SessionKey } from "../../../lib/model";
import {
  dropTranscripts,
  loadTranscript,
  type StoredTranscript,
  saveTranscripts,
  TRANSCRIPT_BUDGET,
  TRANSCRIPT_LIMIT,
} from "../../../lib/storage/transcripts";
import { limitStorage, resetBrowser, stored, storeRaw } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

const key = (n: number): SessionKey => `s/${n}`;

const base = { id: "p", sessionId: "1", messageId: "m", order: "p" };

function transcript(length: number): { messages: MessageWithParts[] } {
  const message = { id: "m", sessionId: "1", role: "user" as const, order: "m", createdAt: 1 };
  return { messages: [{ message, parts: [{ ...base, type: "text", text: "x".repeat(length) }] }] };
}

const save = (of: SessionKey, saved: StoredTranscript, now: number) =>
  saveTranscripts([{ key: of, transcript: saved }], now);

const kept = async () => Object.keys(await stored()).filter((one) => one.startsWith("transcript:"));

describe("transcripts", () => {
  it("come back, with the cursor of what is older", async () => {
    await save(key(1), { ...transcript(5), olderCursor: "c" }, 1);
    expect(await loadTranscript(key(1))).toEqual({ ...transcript(5), olderCursor: "c" });
    expect(await loadTranscript(key(2))).toBeUndefined();
  });

  it("stay within their budget: the least recently saved goes", async () => {
    const size = 900_000;
    const fits = Math.floor(TRANSCRIPT_BUDGET / (size + 200));
    for (let n = 1; n <= fits + 2; n++) await save(key(n), transcript(size), n);
    expect(await kept()).toEqual(Array.from({ length: fits }, (_, at) => `transcript:${key(at + 3)}`));
  });

  it("count by their bytes, which are three a character of Chinese", async () => {
    const words = "潮".repeat(300_000);
    const many = Array.from({ length: 12 }, (_, n) => n + 1);
    for (const n of many) {
      const saved = transcript(0);
      saved.messages[0]?.parts.splice(0, 1, { ...base, type: "text", text: words });
      await save(key(n), saved, n);
    }
    expect((await kept()).length).toBe(4);
    const { transcripts } = (await stored()) as { transcripts: { data: { size: number }[] } };
    expect(transcripts.data.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(TRANSCRIPT_BUDGET);
    expect(transcripts.data[0]?.size).toBeGreaterThan(900_000);
  });

  it("go together in one write, with the list of them, and nothing is removed for nothing", async () => {
    const { local } = fakeBrowser.storage;
    const [writes, removals] = [vi.spyOn(local, "set"), vi.spyOn(local, "remove")];
    const rows = Array.from({ length: 10 }, (_, n) => ({ key: key(n), transcript: transcript(5) }));
    await saveTranscripts(rows, 1);
    await saveTranscripts(rows, 2);
    expect(writes.mock.calls.length).toBe(2);
    expect(removals.mock.calls.length).toBe(0);
    expect((await kept()).length).toBe(10);
    vi.restoreAllMocks();
  });

  it("that are more together than there is room for: the first of them stay", async () => {
    const rows = Array.from({ length: 6 }, (_, n) => ({ key: key(n), transcript: transcript(900_000) }));
    await saveTranscripts(rows, 1);
    expect(await kept()).toEqual([0, 1, 2, 3].map((n) => `transcript:${key(n)}`));
  });

  it("saved at the same time are all counted", async () => {
    await Promise.all([1, 2, 3].map((n) => save(key(n), transcript(5), n)));
    const { transcripts } = (await stored()) as { transcripts: { data: unknown[] } };
    expect(transcripts.data).toHaveLength(3);
  });

  it("too large for a copy are not kept, nor is what was kept of them before", async () => {
    await save(key(1), transcript(5), 1);
    await save(key(1), transcript(TRANSCRIPT_LIMIT), 2);
    expect(await kept()).toEqual([]);
  });

  it("make room for each other when storage is full", async () => {
    for (let n = 1; n <= 3; n++) await save(key(n), transcript(1000), n);
    await limitStorage(100);
    await save(key(4), transcript(1000), 4);
    expect((await kept()).sort()).toEqual([2, 3, 4].map((n) => `transcript:${key(n)}`));
  });

  it("say that storage is full when there is nothing left to drop", async () => {
    await storeRaw({ other: "x" });
    await limitStorage(100);
    await expect(save(key(1), transcript(1000), 1)).rejects.toThrow("quota");
    expect(await stored()).toMatchObject({ other: "x" });
  });

  it("are dropped by what they belong to", async () => {
    await save("a/1", transcript(5), 1);
    await save("b/1", transcript(5), 2);
    await dropTranscripts(({ key: of }) => of.startsWith("a/"));
    expect(await kept()).toEqual(["transcript:b/1"]);
    await dropTranscripts(() => false);
    expect(await kept()).toEqual(["transcript:b/1"]);
  });

  it("with a list that cannot be read are still read and saved", async () => {
    await save(key(1), transcript(5), 1);
    await storeRaw({ transcripts: "garbage" });
    expect(await loadTranscript(key(1))).toBeDefined();
    await save(key(2), transcript(5), 2);
    expect(await loadTranscript(key(2))).toBeDefined();
  });
});
