// @vitest-environment jsdom
import { createStore } from "solid-js/store";
import { render } from "solid-js/web";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { type App, AppProvider } from "../../../components/app/context";
import { createDrafts } from "../../../components/app/drafts";
import { type Chat, ChatProvider } from "../../../components/chat/chat-context";
import { createCommands } from "../../../components/commands/create-commands";
import { Queue } from "../../../components/queue/Queue";
import { emptyState, FaultError, type OutboxEntry } from "../../../lib/model";
import { resetBrowser, storeRaw } from "../../support/fake-browser";
import "../../support/without-layout";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());
beforeEach(() => {
  resetBrowser();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const KEY = "s/ses_1";
const entry = (id: string, text: string, more: object = {}): OutboxEntry => ({
  key: KEY,
  state: "queued",
  createdAt: 1,
  prompt: { messageId: id, parts: [{ id: `prt_${id}`, type: "text", text }], ...more },
});

function withText() {
  const drafts = createDrafts(() => undefined);
  drafts.change(KEY, { text: "Half a th" });
  return drafts;
}

/** The queue of a session whose build agent runs. */
function showQueue(outbox: OutboxEntry[], drafts = withText()) {
  const [state, change] = createStore({ ...emptyState(), outbox });
  const background = {
    rewordQueued: vi.fn(async (_id: string, _words: string, _was: string): Promise<void> => undefined),
    awaitQueued: vi.fn(async () => undefined),
    unawaitQueued: vi.fn(async () => undefined),
  };
  const host = document.createElement("div");
  document.body.append(host);
  const dispose = render(() => {
    const app = { state, background, drafts, commands: createCommands(() => true) };
    const chat = { key: KEY, session: () => ({ directory: "/work", agent: "build" }), working: () => true };
    return (
      <AppProvider value={app as unknown as App}>
        <ChatProvider value={chat as unknown as Chat}>
          <Queue />
        </ChatProvider>
      </AppProvider>
    );
  }, host);
  onTestFinished(() => {
    dispose();
    host.remove();
  });
  const button = (name: string, at = 0) =>
    [...host.querySelectorAll("button")].filter((one) => (one.textContent || one.ariaLabel) === name)[at];
  const area = (at = 0) => host.querySelectorAll("textarea")[at] ?? null;
  return {
    host,
    drafts,
    background,
    area,
    leave: dispose,
    sent: (id: string) => change("outbox", (all) => all.filter(({ prompt }) => prompt.messageId !== id)),
    click: (name: string, at?: number) => button(name, at)?.click(),
    /** As another window does. */
    reworded: (id: string, text: string) =>
      change("outbox", ({ prompt }) => prompt.messageId === id, "prompt", entry(id, text).prompt),
    write(words: string, at = 0) {
      const field = area(at);
      if (!field) throw new Error("Nothing is being changed");
      field.value = words;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    press: (key: string) =>
      area()?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })),
  };
}
const soon = () => vi.advanceTimersByTimeAsync(10);

test("a message is changed in its line, while the composer keeps what stands there", async () => {
  const set = showQueue([entry("a", "One"), entry("b", "Two")]);
  set.click("Edit", 1);
  expect([set.area()?.value, document.activeElement === set.area()]).toEqual(["Two", true]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(set.background.awaitQueued.mock.calls).toEqual([["b"], ["b"], ["b"]]);
  set.write("Two, and more");
  set.press("Enter");
  await soon();
  expect(set.background.rewordQueued).toHaveBeenCalledExactlyOnceWith("b", "Two, and more", "Two");
  expect([set.area(), set.drafts.get(KEY)]).toEqual([null, { text: "Half a th", context: [] }]);
  expect(document.activeElement?.ariaLabel).toBe("Queued message");
  expect(set.background.unawaitQueued).toHaveBeenCalledWith("b");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(set.background.awaitQueued).toHaveBeenCalledTimes(3);
});

test("Escape leaves it as it was, and nothing is no message", async () => {
  const set = showQueue([entry("a", "One")]);
  set.click("Edit");
  set.write(" ");
  set.press("Enter");
  set.press("Escape");
  await soon();
  expect([set.area(), set.host.textContent]).toEqual([null, expect.stringContaining("One")]);
  expect(set.background.rewordQueued).not.toHaveBeenCalled();
});

test("what was written for one that went meanwhile is put into the composer", async () => {
  const set = showQueue([entry("a", "One")]);
  set.background.rewordQueued.mockRejectedValue(new FaultError({ kind: "already-sent" }));
  set.click("Edit");
  set.write("One, but");
  set.click("Save");
  set.sent("a");
  await soon();
  expect(set.drafts.get(KEY)).toEqual({ text: "Half a th\n\nOne, but", context: [], late: true });
  expect(set.host.textContent).toContain("It left the queue before it was saved");
  set.drafts.change(KEY, { text: "" });
  expect(set.drafts.get(KEY)).toEqual({ text: "", context: [] });
  expect(set.host.textContent).not.toContain("It left the queue");
});

test("who answers is told where it is another than now", () => {
  const model = { providerId: "acme", modelId: "tide", variant: "high" };
  const set = showQueue([entry("a", "One", { agent: "build" }), entry("b", "Two", { agent: "plan", model })]);
  const lines = [...set.host.querySelectorAll("li")].map((line) => line.textContent);
  expect(lines).toEqual(["One", "TwoPlan, tide, high effort"]);
});

test("two are changed at once, each for itself", async () => {
  const set = showQueue([entry("a", "One"), entry("b", "Two")]);
  set.click("Edit");
  set.write("One, but");
  set.click("Edit");
  set.write("Two, too", 1);
  expect([set.area(0)?.value, set.area(1)?.value]).toEqual(["One, but", "Two, too"]);
  set.click("Save", 1);
  await soon();
  expect(set.background.rewordQueued).toHaveBeenCalledExactlyOnceWith("b", "Two, too", "Two");
  expect([set.area(0)?.value, set.area(1)]).toEqual(["One, but", null]);
  expect(set.background.unawaitQueued.mock.calls).toEqual([["b"]]);
  set.sent("a");
  await soon();
  expect(set.drafts.get(KEY)).toEqual({ text: "Half a th\n\nOne, but", context: [], late: true });
});

test("what another window has made of it meanwhile is told, and replaced only by who has seen it", async () => {
  const set = showQueue([entry("a", "One")]);
  set.click("Edit");
  set.write("One, here");
  set.background.rewordQueued.mockRejectedValueOnce(new FaultError({ kind: "changed-elsewhere" }));
  set.click("Save");
  await soon();
  expect([set.area()?.value, set.host.textContent]).toEqual([
    "One, here",
    expect.stringContaining("Another window has changed this"),
  ]);
  set.reworded("a", "One, there");
  expect(set.host.textContent).toContain("Another window has changed it to “One, there”");
  set.click("Save");
  await soon();
  expect(set.background.rewordQueued).toHaveBeenLastCalledWith("a", "One, here", "One, there");
  expect(set.area()).toBeNull();
});

test("a window that is left tells nobody that the message may go: another may be at it", async () => {
  const set = showQueue([entry("a", "One")]);
  set.click("Edit");
  set.leave();
  await soon();
  expect(set.background.unawaitQueued).not.toHaveBeenCalled();
});

test("what an earlier version kept of a change is there to be gone on with", async () => {
  await storeRaw({
    [`draft:${KEY}`]: { v: 1, data: { text: "Half a th", context: [], rewording: { id: "a", words: "One, so far" } } },
  });
  const set = showQueue(
    [entry("a", "One")],
    createDrafts(() => undefined),
  );
  await soon();
  expect([set.area()?.value, document.activeElement === set.area()]).toEqual(["One, so far", false]);
  set.click("Save");
  await soon();
  expect(set.background.rewordQueued).toHaveBeenCalledExactlyOnceWith("a", "One, so far", "One");
});
