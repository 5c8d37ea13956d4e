// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import { createDrafts } from "../../../components/app/drafts";
import { takeBack } from "../../../components/chat/take-back";
import { FaultError, type OutboxEntry } from "../../../lib/model";
import { resetBrowser, stored } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => resetBrowser());

const KEY = "s/ses_1";
const entry: OutboxEntry = {
  key: KEY,
  state: "queued",
  createdAt: 1,
  prompt: {
    messageId: "msg_1",
    parts: [{ id: "prt_1", type: "text", text: "And the moon?" }],
    agent: "plan",
    model: { providerId: "acme", modelId: "tide" },
  },
};

test("a prompt stands in the stored draft, with its agent and model, before it goes from the outbox", async () => {
  const drafts = createDrafts(() => undefined);
  drafts.change(KEY, { text: "Half a th" });
  const discard = vi.fn(async () => {
    expect(JSON.stringify((await stored())[`draft:${KEY}`])).toContain("And the moon?");
  });
  await takeBack({ drafts, discard }, KEY, entry, []);
  expect(discard).toHaveBeenCalledExactlyOnceWith("msg_1");
  expect(drafts.get(KEY)).toEqual({
    text: "And the moon?\n\nHalf a th",
    context: [],
    agent: "plan",
    model: { providerId: "acme", modelId: "tide" },
  });
});

test("one that has just been sent leaves the draft as it was, unless something was typed since", async () => {
  const drafts = createDrafts(() => undefined);
  drafts.change(KEY, { text: "Half a th" });
  const refuse = async () => {
    throw new FaultError({ kind: "already-sent" });
  };
  await expect(takeBack({ drafts, discard: refuse }, KEY, entry, [])).rejects.toThrow(FaultError);
  expect(drafts.get(KEY)).toEqual({ text: "Half a th", context: [] });
  const typed = async () => {
    drafts.change(KEY, { text: `${drafts.get(KEY).text}ing` });
    return refuse();
  };
  await expect(takeBack({ drafts, discard: typed }, KEY, entry, [])).rejects.toThrow(FaultError);
  expect(drafts.get(KEY).text).toBe("And the moon?\n\nHalf a thing");
});
