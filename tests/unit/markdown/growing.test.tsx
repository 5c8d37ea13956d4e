// @vitest-environment jsdom
import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, expect, test, vi } from "vitest";
import { Markdown } from "../../../components/chat/markdown";
import { CORPUS, FUZZ, HARMFUL } from "./corpus";
import { dangers } from "./dangers";

// No thread here: code stays plain, in both ways of showing it.
vi.mock("../../../components/chat/markdown/highlighting", () => ({
  highlighter: { highlight: async () => undefined, dispose: () => {} },
}));

const TIME = 600_000;

/** All examples take minutes: each run takes others, those that its number says. `SEED` in the environment repeats a run. */
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000));
const oneIn = (share: number) => CORPUS.filter((_, i) => FUZZ || i % share === SEED % share);

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

function show(first: string, isStreaming: boolean) {
  const [text, setText] = createSignal(first);
  const [streaming, setStreaming] = createSignal(isStreaming);
  const host = document.createElement("div");
  const dispose = render(() => <Markdown text={text()} streaming={streaming()} />, host);
  return { host, dispose, setText, setStreaming };
}

function atOnce(text: string): string {
  const { host, dispose } = show(text, false);
  const html = host.innerHTML;
  dispose();
  return html;
}

/** Shows ever more of the text, then its end; `check` sees each state. */
function grown(text: string, step: number, check: (host: HTMLElement, shown: string) => void = () => {}): string {
  const { host, dispose, setText, setStreaming } = show("", true);
  for (let end = step; end < text.length; end += step) {
    setText(text.slice(0, end));
    check(host, text.slice(0, end));
  }
  setText(text);
  setStreaming(false);
  check(host, text);
  const html = host.innerHTML;
  dispose();
  return html;
}

test(
  `what has grown by characters is the same DOM as what is shown at once (SEED=${SEED})`,
  () => {
    for (const text of oneIn(20)) expect(grown(text, 1), JSON.stringify(text)).toBe(atOnce(text));
  },
  TIME,
);

test(
  `examples in steps of eleven are the same DOM as what is shown at once (SEED=${SEED})`,
  () => {
    for (const text of oneIn(8)) expect(grown(text, 11), JSON.stringify(text)).toBe(atOnce(text));
  },
  TIME,
);

test(
  "nothing harmful is in the page at any position of what grows",
  () => {
    for (const text of FUZZ ? CORPUS : HARMFUL) {
      grown(text, FUZZ ? 1 : 2, (host, shown) => {
        // The component's own buttons are no part of the text.
        const nodes = host.cloneNode(true) as HTMLElement;
        for (const own of nodes.querySelectorAll("figure, button")) own.remove();
        for (const block of nodes.querySelectorAll("[class]")) block.removeAttribute("class");
        for (const span of nodes.querySelectorAll("span[style]")) span.removeAttribute("style");
        expect(dangers(nodes), JSON.stringify(shown)).toEqual([]);
      });
    }
  },
  TIME,
);

test("much text at once comes in slices, until all of it is there", async () => {
  const paragraph = (_: unknown, i: number) => `Paragraph *${i}* ${"of a long answer ".repeat(30)}\n\n`;
  const text = Array.from({ length: 100 }, paragraph).join("");
  const sliced = show(text, false);
  cleanups.push(sliced.dispose);
  expect(sliced.host.textContent.length).toBeLessThan(text.length / 2);
  await expect.poll(() => sliced.host.textContent.includes("Paragraph 99"), { timeout: 10_000 }).toBe(true);
  expect(sliced.host.querySelectorAll("em")).toHaveLength(100);
});
