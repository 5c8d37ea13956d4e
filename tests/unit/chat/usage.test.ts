import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { kindsOf, percentWords } from "../../../components/chat/usage/usage-words";
import { createWarning } from "../../../components/chat/usage/warned";
import { lineOf } from "../../../components/queue/queue-words";
import type { SessionKey } from "../../../lib/model";
import { resetBrowser } from "../../support/fake-browser";

vi.mock("wxt/browser", async () => (await import("../../support/fake-browser")).mockedBrowser());

const cleanups: (() => void)[] = [];
beforeEach(() => resetBrowser());
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** A panel with a session on show, whose context is as full as it is told. */
async function panelWith(key: SessionKey) {
  const [share, setShare] = createSignal<number>();
  const warning = createRoot((dispose) => {
    cleanups.push(dispose);
    return createWarning(key, share);
  });
  await new Promise((resolve) => setTimeout(resolve));
  return {
    ...warning,
    at(next: number | undefined) {
      setShare(next);
      return warning.share();
    },
  };
}

describe("a full context", () => {
  it("is warned of from four fifths on", async () => {
    const panel = await panelWith("s/1");
    expect([undefined, 0.5, 0.79, 0.8, 1].map(panel.at)).toEqual([undefined, undefined, undefined, 0.8, 1]);
  });

  it("is not warned of again before another twentieth is taken, in no panel, and for each session by itself", async () => {
    const panel = await panelWith("s/2");
    panel.at(0.82);
    panel.dismiss();
    expect(panel.share()).toBeUndefined();
    const next = await panelWith("s/2");
    expect([0.82, 0.86, 0.88].map(next.at)).toEqual([undefined, undefined, 0.88]);
    expect((await panelWith("s/3")).at(0.82)).toBe(0.82);
  });

  it("is warned of anew after it was compacted", async () => {
    const panel = await panelWith("s/4");
    panel.at(0.9);
    panel.dismiss();
    expect([0.1, 0.85].map(panel.at)).toEqual([undefined, 0.85]);
    expect((await panelWith("s/4")).at(0.85)).toBe(0.85);
  });

  it("never counts as full before it is", () => {
    expect(percentWords(0.999)).toContain("99");
    expect(percentWords(1)).toContain("100");
  });
});

it("kinds of tokens that a provider does not use are left out", () => {
  const tokens = { input: 5, output: 0, reasoning: 0, cacheRead: 7, cacheWrite: 0 };
  expect(kindsOf(tokens).map(({ name }) => name)).toEqual(["Input", "Output", "Read from cache"]);
});

it("a queued message is a line of its words, and a count of what goes along", () => {
  const parts = [
    { id: "1", type: "text" as const, text: "Look at\n\nthese" },
    { id: "2", type: "file" as const, mime: "text/plain", filename: "a", url: "file:///a" },
    { id: "3", type: "file" as const, mime: "text/plain", filename: "b", url: "file:///b" },
  ];
  expect(lineOf({ prompt: { messageId: "m", parts } })).toEqual({ text: "Look at these", note: "2 files" });
});
