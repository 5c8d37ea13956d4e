// @vitest-environment jsdom
import { createRoot, createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, beforeAll, expect, test } from "vitest";
import { createIsLong, KeepPlaceProvider, LongMarkdown } from "../../../components/chat/markdown";
import { createSplitter } from "../../../lib/markdown/stretches";

const TEXT = Array.from({ length: 600 }, (_, i) => `word-${i}-x *of* ${"a long answer ".repeat(60)}\n\n`).join("");
const stretches = createSplitter().update(TEXT);
const middle = stretches[Math.floor(stretches.length / 2)]?.from ?? 0;

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

beforeAll(() => {
  expect(stretches.length).toBeGreaterThan(8);
});

function show({ at, streaming = false }: { at?: number; streaming?: boolean } = {}) {
  const [text, setText] = createSignal(TEXT);
  const [place, setPlace] = createSignal(at);
  const log = document.createElement("div");
  log.setAttribute("role", "log");
  log.tabIndex = 0;
  document.body.append(log);
  const kept: HTMLElement[] = [];
  const keep = (element: HTMLElement) => {
    kept.push(element);
    return () => void kept.splice(kept.indexOf(element), 1);
  };
  const dispose = render(
    () => (
      <KeepPlaceProvider value={keep}>
        <LongMarkdown text={text()} streaming={streaming} base={0} at={place()} />
      </KeepPlaceProvider>
    ),
    log,
  );
  cleanups.push(dispose, () => log.remove());
  const isThere = () => log.querySelector("[aria-busy], [data-coming]") === null;
  return {
    log,
    /** What is kept where it is. */
    kept,
    setText,
    setPlace,
    /** All of what is to be shown is. */
    whole: () => expect.poll(isThere, { timeout: 15_000 }).toBe(true),
    button: (words: string) => [...log.querySelectorAll("button")].find((one) => one.textContent.startsWith(words)),
    froms: () => [...log.querySelectorAll<HTMLElement>("[data-from]")].map((one) => Number(one.dataset.from)),
  };
}

const EARLIER = "Show earlier text";
const LATER = "Show later text";

test("a text is long when much of it comes at once, and not when it grows", () => {
  const [text, setText] = createSignal("");
  const { isLong, dispose } = createRoot((end) => ({ isLong: createIsLong(text), dispose: end }));
  cleanups.push(dispose);
  for (let length = 0; length < 400_000; length += 50_000) setText("a".repeat(length));
  expect(isLong()).toBe(false);
  setText(TEXT);
  expect(isLong()).toBe(true);
  setText(`${TEXT}a`);
  expect(isLong()).toBe(true);
});

test("its end is shown, and how much there is before it", async () => {
  const { log, whole, button, froms } = show();
  await whole();
  expect(log.textContent).toContain("word-599-x");
  expect(log.textContent).not.toContain("word-300-x");
  expect(button(EARLIER)?.textContent).toBe(`Show earlier text (${Math.round((froms()[0] ?? 0) / 1000)} kB)`);
  expect(button(LATER)).toBeUndefined();
});

test("what is before comes above what is there, as much again each time, up to the beginning", async () => {
  const { log, whole, button, froms } = show();
  await whole();
  const end = log.querySelector("[data-from]:last-of-type");
  const counts = [froms().length];
  for (let earlier = button(EARLIER); earlier; earlier = button(EARLIER)) {
    earlier.focus();
    earlier.click();
    await whole();
    counts.push(froms().length);
  }
  expect(counts.slice(0, -1).every((count, i) => i === 0 || count === 2 * (counts[i - 1] ?? 0))).toBe(true);
  expect(froms()).toEqual(stretches.map(({ from }) => from));
  expect(log.contains(end)).toBe(true);
  expect(document.activeElement).toBe(log);
  expect(log.querySelectorAll("p")).toHaveLength(600);
});

test("what is next to what comes is kept where it is until all of that has come", async () => {
  const { log, kept, whole, button } = show({ at: middle });
  await whole();
  const [chunk] = log.querySelectorAll<HTMLElement>("[data-chunk]");
  button(EARLIER)?.click();
  expect(kept).toEqual([chunk]);
  await whole();
  expect(kept).toEqual([]);
  const last = [...log.querySelectorAll<HTMLElement>("[data-chunk]")].at(-1);
  button(LATER)?.click();
  expect(kept).toEqual([last]);
  await whole();
  expect(kept).toEqual([]);
});

test("nothing is kept once another place is shown, or none", async () => {
  const { kept, setPlace, whole, button } = show({ at: middle });
  await whole();
  button(EARLIER)?.click();
  setPlace(0);
  expect(kept).toEqual([]);
  await whole();
  button(LATER)?.click();
  expect(kept).toHaveLength(1);
  cleanups.shift()?.();
  expect(kept).toEqual([]);
});

test("stretches come onto the page one after the other, so that it answers in between", async () => {
  const { log, whole, button, froms } = show();
  await whole();
  let most = 0;
  const observer = new MutationObserver(() => {
    most = Math.max(most, log.querySelectorAll("[data-coming]").length);
  });
  observer.observe(log, { subtree: true, childList: true, attributes: true });
  cleanups.push(() => observer.disconnect());
  while (button(EARLIER)) {
    button(EARLIER)?.click();
    await whole();
  }
  expect(froms()).toHaveLength(stretches.length);
  expect(most).toBe(1);
});

test("a place in the middle is shown alone, with ways to both sides, and the end again without it", async () => {
  const { log, setPlace, whole, button, froms } = show({ at: middle + 10 });
  await whole();
  expect(froms()).toEqual([middle]);
  button(LATER)?.click();
  await whole();
  expect(froms()).toHaveLength(2);
  button(EARLIER)?.click();
  await whole();
  expect(froms()).toHaveLength(4);
  expect(froms()).toContain(middle);
  setPlace(undefined);
  await whole();
  expect(log.textContent).toContain("word-599-x");
  expect(button(LATER)).toBeUndefined();
});

test("it goes on growing at its end", async () => {
  const { log, setText, whole, froms } = show({ streaming: true });
  await whole();
  const [first] = froms();
  const more = `${`and more of it ${"and so on ".repeat(90)}\n\n`.repeat(100)}the very end`;
  setText(TEXT + more);
  await expect.poll(() => log.textContent.split("and more of it").length, { timeout: 15_000 }).toBe(101);
  expect(log.textContent).toContain("the very end");
  expect(froms()[0]).toBe(first);
});

test("another text that is shorter is shown from its own end on", async () => {
  const { log, setText, whole } = show();
  await whole();
  setText("another text");
  await whole();
  expect(log.textContent.trim()).toBe("another text");
});
