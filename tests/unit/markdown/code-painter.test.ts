// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { createCodePainter } from "../../../components/chat/markdown/code-painter";
import { tellWords } from "../../../components/chat/markdown/words";
import type { Highlighter } from "../../../lib/markdown/highlight/highlighter";

/** A highlighter that answers when the test says so. */
function setUp() {
  const asked: { text: string; signal: AbortSignal | undefined; answer: () => void }[] = [];
  const highlight = vi.fn<Highlighter["highlight"]>(
    (text, _, { signal } = {}) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
        const lines = text.split("\n").map((line) => [[line, "keyword"] as const]);
        asked.push({ text, signal, answer: () => resolve({ lines, end: asked.length }) });
      }),
  );
  const element = document.createElement("code");
  const aborter = new AbortController();
  const painter = createCodePainter(element, { highlight, dispose: () => {} }, aborter.signal);
  return { asked, element, painter, aborter };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const VIEW = { text: "let a;\nlet b;", language: "ts", growing: false };

test("code is plain until its tokens are there", async () => {
  const { asked, element, painter } = setUp();
  painter.show(VIEW);
  expect(element.textContent).toBe(VIEW.text);
  expect(element.children).toHaveLength(0);
  asked[0]?.answer();
  await settled();
  expect(element.textContent).toBe(VIEW.text);
  expect(element.children).toHaveLength(2);
});

test("code out of sight asks for nothing until it is seen", async () => {
  const { asked, element, painter } = setUp();
  painter.setSeen(false);
  painter.show(VIEW);
  await settled();
  expect(asked).toHaveLength(0);
  painter.setSeen(true);
  asked[0]?.answer();
  await settled();
  expect(element.children).toHaveLength(2);
});

test("code that leaves the view before its tokens are there gives them up, and asks again when it is back", async () => {
  const { asked, element, painter } = setUp();
  painter.show(VIEW);
  painter.setSeen(false);
  expect(asked[0]?.signal?.aborted).toBe(true);
  painter.setSeen(true);
  await settled();
  expect(asked).toHaveLength(2);
  asked[1]?.answer();
  await settled();
  expect(element.textContent).toBe(VIEW.text);
  expect(element.children).toHaveLength(2);
});

test("code that is gone asks for nothing more", async () => {
  const { asked, painter, aborter } = setUp();
  painter.show(VIEW);
  aborter.abort();
  await settled();
  expect(asked[0]?.signal?.aborted).toBe(true);
  painter.show({ ...VIEW, text: "let c;" });
  await settled();
  expect(asked).toHaveLength(1);
});

test("code that grows asks a few times a second, and at once when it has ended", async () => {
  vi.useFakeTimers();
  const { asked, painter } = setUp();
  const growing = (text: string) => painter.show({ text, language: "ts", growing: true });
  growing("let a;\n");
  await vi.advanceTimersByTimeAsync(300);
  asked[0]?.answer();
  await vi.advanceTimersByTimeAsync(10);
  growing("let a;\nlet b;\n");
  growing("let a;\nlet b;\nlet c;\n");
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked.map(({ text }) => text)).toEqual(["let a;", "let b;\nlet c;"]);
  asked[1]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  painter.show({ text: "let a;\nlet b;\nlet c;\nlet d;", language: "ts", growing: false });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.at(-1)?.text).toBe("let d;");
  vi.useRealTimers();
});

test("colours come along with the next words of a text that grows, and a moment later when none come", async () => {
  vi.useFakeTimers();
  const { asked, element, painter } = setUp();
  const growing = (text: string) => {
    tellWords();
    painter.show({ text, language: "ts", growing: true });
  };
  growing("let a;\n");
  await vi.advanceTimersByTimeAsync(300);
  asked[0]?.answer();
  await vi.advanceTimersByTimeAsync(10);
  expect(element.children).toHaveLength(0);
  growing("let a;\nlet b;\n");
  await vi.advanceTimersByTimeAsync(0);
  expect(element.children).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(300);
  // The code has ended, and what follows it grows.
  painter.show({ text: "let a;\nlet b;\n", language: "ts", growing: false });
  tellWords();
  asked.at(-1)?.answer();
  await vi.advanceTimersByTimeAsync(599);
  expect(element.children).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(element.children).toHaveLength(2);
  expect(element.textContent).toBe("let a;\nlet b;\n");
  vi.useRealTimers();
});

test.each([
  ["lines", "let a;\n".repeat(2_500), 2_000],
  ["characters", `let a = "${"x".repeat(490)}";\n`.repeat(250), 199],
])("code of too many %s is coloured as far as it would be while it grows", async (_, text, coloured) => {
  vi.useFakeTimers();
  const shown = async (growing: boolean) => {
    const { asked, element, painter } = setUp();
    const steps = growing ? [0.3, 0.6, 0.9, 1] : [1];
    for (const share of steps) {
      painter.show({ text: text.slice(0, text.length * share), language: "ts", growing: share < 1 });
      await vi.advanceTimersByTimeAsync(300);
      asked.at(-1)?.answer();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(element.textContent).toBe(text);
    return element.innerHTML;
  };
  const atOnce = await shown(false);
  expect(atOnce.split("<span").length - 1).toBe(coloured);
  expect(await shown(true)).toBe(atOnce);
  vi.useRealTimers();
});
