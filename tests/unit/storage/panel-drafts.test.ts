// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { giveLocks } from "../../support/locks";

const saved: string[] = [];
vi.mock("../../../lib/storage/drafts", () => ({
  emptyDraft: () => ({ text: "", context: [] }),
  storedDraft: () => ({
    load: async () => ({ value: { text: "", context: [] } }),
    save: async (draft: { text: string }) => void saved.push(draft.text),
    remove: async () => void saved.push(""),
  }),
}));
vi.mock("../../../lib/storage/stored", () => ({ StorageFullError: class extends Error {} }));
vi.mock("../../../lib/storage/transcripts", () => ({ dropTranscripts: async () => {} }));

giveLocks();
const { createDrafts } = await import("../../../components/app/drafts");

beforeEach(() => {
  vi.useFakeTimers();
  saved.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

const HUGE = "x".repeat(1_000_000);

test("what is typed is stored without a pause", async () => {
  const drafts = createDrafts(() => {});
  drafts.change("new", { text: "a" });
  await vi.advanceTimersByTimeAsync(0);
  drafts.change("new", { text: "ab" });
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual(["a", "ab"]);
});

test("a very long text is stored twice a second at most, its newest state last", async () => {
  const drafts = createDrafts(() => {});
  for (let i = 0; i < 20; i++) {
    drafts.change("new", { text: `${HUGE}${i}` });
    await vi.advanceTimersByTimeAsync(50);
  }
  await vi.advanceTimersByTimeAsync(500);
  expect(saved.length).toBeLessThanOrEqual(3);
  expect(saved.at(-1)).toBe(`${HUGE}19`);
});

test.each([
  ["blur", [HUGE]],
  // As it is, since the page may be gone before it has read first; and in turn, for one that stays.
  ["pagehide", [HUGE, HUGE]],
])("a very long text is stored at once on %s", async (type, expected) => {
  const drafts = createDrafts(() => {});
  drafts.change("new", { text: HUGE });
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual([]);
  window.dispatchEvent(new Event(type));
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual(expected);
});

test("what is being stored as the page goes is handed over before it has gone", () => {
  const drafts = createDrafts(() => {});
  drafts.change("new", { text: "The last word" });
  window.dispatchEvent(new Event("pagehide"));
  expect(saved).toEqual(["The last word"]);
});
