// @vitest-environment jsdom
import { createRoot } from "solid-js";
import { createStore } from "solid-js/store";
import { beforeEach, expect, test, vi } from "vitest";
import { createDrafts } from "../../../components/app/drafts";
import { createLeftBehind } from "../../../components/chat/gone/left-behind";
import { emptyState, FaultError, type OutboxEntry, type SessionKey } from "../../../lib/model";
import { resetBrowser } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

const KEY = "s/ses_1";
const entry = (id: string, text: string, state: OutboxEntry["state"], key: SessionKey = KEY): OutboxEntry => ({
  key,
  state,
  createdAt: 1,
  prompt: { messageId: id, parts: [{ id: `prt_${id}`, type: "text", text }] },
});

function setUp() {
  const drafts = createDrafts(() => undefined);
  const [state, setState] = createStore({
    ...emptyState(),
    outbox: [
      entry("msg_1", "First", "not-sent"),
      entry("msg_2", "Elsewhere", "queued", "s/ses_2"),
      entry("msg_3", "Sent already", "sending"),
      entry("msg_4", "Second", "held"),
    ],
  });
  const discard = vi.fn(async (id: string) =>
    setState("outbox", (all) => all.filter(({ prompt }) => prompt.messageId !== id)),
  );
  const app = { state, drafts, background: { discard } } as unknown as Parameters<typeof createLeftBehind>[0];
  return { drafts, discard, left: createRoot(() => createLeftBehind(app, KEY)) };
}

test("what was not sent and what was being written come into a new session, in their order, before what stands there", async () => {
  const { drafts, discard, left } = setUp();
  drafts.change(KEY, { text: "Third", context: [], mentions: [{ type: "agent", name: "explore" }] });
  drafts.change("new", { text: "Last", shell: true });
  expect(left.words()).toBe("First\n\nSecond\n\nThird");
  await left.takeAlong();
  expect(drafts.get("new")).toEqual({
    text: "First\n\nSecond\n\nThird\n\nLast",
    context: [],
    mentions: [{ type: "agent", name: "explore" }],
  });
  expect(discard.mock.calls.flat().sort()).toEqual(["msg_1", "msg_4"]);
  expect(left.words()).toBe("");
});

test("what cannot be taken out of the queue stays there, and is not put in a second time", async () => {
  const { drafts, discard, left } = setUp();
  drafts.change(KEY, { text: "Third" });
  discard.mockRejectedValueOnce(new FaultError({ kind: "unreachable" }));
  await expect(left.takeAlong()).rejects.toThrow(FaultError);
  expect(drafts.get("new").text).toBe("Third");
  expect(left.words()).toBe("First\n\nSecond");
  await left.takeAlong();
  expect(drafts.get("new").text).toBe("First\n\nSecond\n\nThird");
});

test("it goes when it is dropped", async () => {
  const { drafts, left } = setUp();
  drafts.change(KEY, { text: "Third" });
  await left.drop();
  expect(left.words()).toBe("");
  expect(drafts.get("new").text).toBe("");
});
