// @vitest-environment jsdom
import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, expect, test, vi } from "vitest";
import { Markdown } from "../../../components/chat/markdown";
import { wholeHtml } from "./whole";

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  vi.restoreAllMocks();
});

function show(first: string, isStreaming = false) {
  const [text, setText] = createSignal(first);
  const [streaming, setStreaming] = createSignal(isStreaming);
  const host = document.createElement("div");
  document.body.append(host);
  const dispose = render(() => <Markdown text={text()} streaming={streaming()} />, host);
  cleanups.push(() => {
    dispose();
    host.remove();
  });
  return { host, setText, setStreaming };
}

const ANSWER =
  "# Title\n\nSome **bold** text\nover lines.\n\n1. one\n\n   ```ts\n   let a;\n   ```\n2. two\n3. three\n\n" +
  "```sh\nls -l\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n- [ ] to do\n\n![pic](https://a.example/b.png)\n\nend";

test("text that has streamed word by word looks like text shown at once", () => {
  const streamed = show("", true);
  for (let end = 0; end <= ANSWER.length; end += 3) streamed.setText(ANSWER.slice(0, end));
  streamed.setText(ANSWER);
  streamed.setStreaming(false);
  const atOnce = show(ANSWER);
  expect(streamed.host.innerHTML).toBe(atOnce.host.innerHTML);
  expect(atOnce.host.textContent).toContain("Some bold text\nover lines.");
});

test("finished blocks are not touched while the last one grows", () => {
  const start = ANSWER.slice(0, -3);
  const { host, setText } = show(`${start}e`, true);
  const touched: Node[] = [];
  const observer = new MutationObserver(() => {});
  observer.observe(host, { subtree: true, childList: true, attributes: true, characterData: true });
  setText(`${start}end of it`);
  for (const record of observer.takeRecords()) touched.push(record.target);
  observer.disconnect();
  const last = host.firstElementChild?.lastElementChild;
  expect(touched.length).toBeGreaterThan(0);
  expect(touched.every((node) => last?.contains(node))).toBe(true);
});

test("a code block keeps its element from its first line to its end", () => {
  const { host, setText, setStreaming } = show("```ts\nlet a", true);
  const code = host.querySelector("figure");
  setText("```ts\nlet a;\nlet b;\n```\n\nend");
  setStreaming(false);
  expect(host.querySelector("figure")).toBe(code);
  expect(code?.getAttribute("aria-label")).toBe("ts code");
  expect(code?.querySelector("code")?.textContent).toBe("let a;\nlet b;");
});

test("an image is fetched only after a click", () => {
  const { host } = show("![a pic](https://a.example/b.png)");
  expect(host.querySelector("img")).toBeNull();
  const button = host.querySelector("button");
  expect(button?.textContent).toBe("Image: a pic (a.example)");
  button?.click();
  const image = host.querySelector("img");
  expect(image?.getAttribute("src")).toBe("https://a.example/b.png");
  expect(image?.getAttribute("referrerpolicy")).toBe("no-referrer");
  expect(image?.getAttribute("alt")).toBe("a pic");
});

test("an image that is asked for stays while the text after it grows", () => {
  const { host, setText } = show("![a pic](https://a.example/b.png) and", true);
  host.querySelector("button")?.click();
  const image = host.querySelector("img");
  setText("![a pic](https://a.example/b.png) and **more");
  expect(host.querySelector("img")).toBe(image);
});

test("an image inside a link is words, for a button cannot stand in a link", () => {
  const { host } = show("[![badge](https://a.example/b.svg)](https://a.example)");
  expect(host.querySelector("a")?.textContent).toBe("Image: badge");
  expect(host.querySelector("a button, img")).toBeNull();
});

test("copying says so for a while, then offers it again", async () => {
  vi.useFakeTimers();
  cleanups.push(() => vi.useRealTimers());
  const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  cleanups.push(() => vi.unstubAllGlobals());
  const { host } = show("```ts\nlet a;\n```");
  const button = host.querySelector("button");
  expect(button?.textContent).toBe("Copy code");
  button?.click();
  await vi.advanceTimersByTimeAsync(0);
  expect(writeText).toHaveBeenCalledWith("let a;");
  expect(button?.textContent).toBe("Copied");
  expect(host.querySelector("[role=status]")?.textContent).toBe("Copied");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(button?.textContent).toBe("Copy code");
});

test("every block takes its direction from its own text, code is left to right", () => {
  const { host } = show("مرحبا\n\n- a\n\n```\nb\n```");
  expect([...host.querySelectorAll(":scope > div > div > *")].map((block) => block.getAttribute("dir"))).toEqual([
    "auto",
    "auto",
    "ltr",
  ]);
});

test("words survive as they were written", () => {
  const plain = document.createElement("div");
  plain.innerHTML = wholeHtml("a & b <c> `d < e` \\* &copy;");
  expect(show("a & b <c> `d < e` \\* &copy;").host.textContent.trim()).toBe(plain.textContent?.trim());
});
