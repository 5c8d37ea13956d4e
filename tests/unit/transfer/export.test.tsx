// @vitest-environment jsdom
import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createExport, type Export } from "../../../components/transfer/create-export";
import { saveFile } from "../../../components/transfer/save-file";
import { FaultError, type MessageWithParts, type Session } from "../../../lib/model";

vi.mock("../../../components/transfer/save-file", () => ({ saveFile: vi.fn() }));

const session: Session = { id: "s", title: "Tides", directory: "/x", projectId: "p", createdAt: 0, updatedAt: 0 };
interface Page {
  messages: MessageWithParts[];
  olderCursor?: string;
}

let task: Export;
/** Pages that were asked for, each to be answered. */
let pages: { cursor: string | undefined; answer: (page: Page) => void; fail: (error: unknown) => void }[];
let dispose: () => void;

beforeEach(() => {
  vi.mocked(saveFile).mockReset();
  pages = [];
  const page = (_: unknown, cursor?: string) =>
    new Promise<Page>((answer, fail) => {
      pages.push({ cursor, answer, fail });
    });
  const background = { wireSession: async () => ({ id: "s" }), wirePage: page, messagePage: page };
  dispose = createRoot((end) => {
    task = createExport(background, "a/s", () => session);
    return end;
  });
});
afterEach(() => dispose());

const message: MessageWithParts = {
  message: { id: "m", sessionId: "s", role: "user", order: "1", createdAt: 1 },
  parts: [],
};
const saved = () => vi.mocked(saveFile).mock.calls.map(([name]) => name);

test("An export fetches page after page, counts them, and ends with a file", async () => {
  const done = task.run("markdown");
  pages[0]?.answer({ messages: [message, message], olderCursor: "1" });
  await vi.waitFor(() => expect(pages).toHaveLength(2));
  expect([task.format(), task.count(), pages[1]?.cursor]).toEqual(["markdown", 2, "1"]);
  pages[1]?.answer({ messages: [message] });
  expect(await done).toBe(true);
  expect([task.format(), saved().length]).toEqual([undefined, 1]);
});

test("One that is cancelled saves nothing, asks for nothing more, and says nothing of a page that fails after that", async () => {
  const late = task.run("markdown");
  task.cancel();
  expect(task.format()).toBeUndefined();
  pages[0]?.answer({ messages: [message], olderCursor: "1" });
  expect(await late).toBe(false);
  expect(task.count()).toBe(0);

  const failing = task.run("json");
  await vi.waitFor(() => expect(pages).toHaveLength(2));
  task.cancel();
  pages[1]?.fail(new FaultError({ kind: "timed-out" }));
  expect(await failing).toBe(false);
  expect([task.fault(), pages.length, saved()]).toEqual([undefined, 2, []]);
});

test("Another one, begun after that, is not disturbed by the first one's answers", async () => {
  const first = task.run("markdown");
  task.cancel();
  const second = task.run("json");
  await vi.waitFor(() => expect(pages).toHaveLength(2));
  pages[0]?.answer({ messages: [message], olderCursor: "1" });
  expect(await first).toBe(false);
  expect([task.format(), task.count()]).toEqual(["json", 0]);
  pages[1]?.answer({ messages: [message] });
  expect(await second).toBe(true);
  expect(saved()).toHaveLength(1);
});

test("One whose dialog is closed saves nothing", async () => {
  const done = task.run("markdown");
  dispose();
  pages[0]?.answer({ messages: [message] });
  expect(await done).toBe(false);
  expect(saved()).toEqual([]);
});
