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
import { resetBrowser } from "../../support/fake-browser";

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

/** The queue of a session whose build agent runs. */
function showQueue(outbox: OutboxEntry[]) {
  const [state, change] = createStore({ ...emptyState(), outbox });
  const background = {
    rewordQueued: vi.fn(async (_id: string, _words: string): Promise<void> => undefined),
    awaitQueued: vi.fn(async () => undefined),
    unawaitQueued: vi.fn(async () => undefined),
  };
  const drafts = createDrafts(() => undefined);
  drafts.change(KEY, { text: "Half a th" });
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
  const area = () => host.querySelector("textarea");
  return {
    host,
    drafts,
    background,
    area,
    sent: (id: string) => change("outbox", (all) => all.filter(({ prompt }) => prompt.messageId !== id)),
    click: (name: string, at?: number) => button(name, at)?.click(),
    write(words: string) {
      const field = area();
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
  expect(set.background.rewordQueued).toHaveBeenCalledExactlyOnceWith("b", "Two, and more");
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
  expect(set.drafts.get(KEY)).toEqual({ text: "Half a th\n\nOne, but", context: [] });
  expect(set.host.textContent).toContain("It went before it was saved");
});

test("who answers is told where it is another than now", () => {
  const model = { providerId: "acme", modelId: "tide", variant: "high" };
  const set = showQueue([entry("a", "One", { agent: "build" }), entry("b", "Two", { agent: "plan", model })]);
  const lines = [...set.host.querySelectorAll("li")].map((line) => line.textContent);
  expect(lines).toEqual(["One", "TwoPlan, tide, high effort"]);
});
