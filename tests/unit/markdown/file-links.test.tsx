// @vitest-environment jsdom
import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, expect, test, vi } from "vitest";
import { Markdown } from "../../../components/chat/markdown";
import { ProjectFilesProvider } from "../../../components/files/project-files";

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

async function show(first: string, streaming = false) {
  const [text, setText] = createSignal(first);
  const open = vi.fn<(path: string, line?: number) => void>();
  const host = document.createElement("div");
  document.body.append(host);
  const dispose = render(
    () => (
      <ProjectFilesProvider value={{ directory: "/shop", open, fetch: async () => "", isLive: true }}>
        <Markdown text={text()} streaming={streaming} />
      </ProjectFilesProvider>
    ),
    host,
  );
  cleanups.push(() => {
    dispose();
    host.remove();
  });
  await Promise.resolve();
  const links = () => [...host.querySelectorAll<HTMLElement>("[role=link]")];
  return { host, open, setText, links, stops: () => links().map(({ tabIndex }) => tabIndex) };
}

const press = (key: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

test("inline code and links that name files open them, at their lines", async () => {
  const { links, open } = await show("See `src/app.ts:42`, [the guide](docs/guide.md#L3) and `/shop/README`.");
  for (const link of links()) link.click();
  expect(open.mock.calls).toEqual([
    ["src/app.ts", 42],
    ["docs/guide.md", 3],
    ["/shop/README", undefined],
  ]);
});

test("files in plain words open as well; not in links, code and what is a link already", async () => {
  const { links, open } = await show(
    "Look at src/app.ts:3 and **docs/guide.md**, not [src/b.ts](https://a.example).\n\n- in lib/x.css",
  );
  expect(links().map(({ textContent }) => textContent)).toEqual(["src/app.ts:3", "docs/guide.md", "lib/x.css"]);
  for (const link of links()) link.click();
  expect(open.mock.calls).toEqual([
    ["src/app.ts", 3],
    ["docs/guide.md", undefined],
    ["lib/x.css", undefined],
  ]);
});

test("other code, other links, code blocks and links into the web stay what they are", async () => {
  const source =
    "`useState` `and/or` [a](#top) [b](../out.ts) [`src/a.ts`](https://a.example)\n\n```\nsrc/app.ts\n```\n\n" +
    '<a href="https://a.example"><span data-path="src/a.ts">c</span></a> <span data-file="x.ts" role="link">d</span>';
  const { links } = await show(source);
  expect(links()).toEqual([]);
});

test("all files of an answer are one stop of the Tab key; arrows lead from one to the next, Enter opens", async () => {
  const { links, stops, open } = await show("`a.ts` and `b.ts`\n\n- `c.ts`");
  expect(stops()).toEqual([0, -1, -1]);
  links()[0]?.focus();
  for (const _ of "123") press("ArrowRight");
  expect(stops()).toEqual([-1, -1, 0]);
  press("ArrowLeft");
  press("Enter");
  expect(open.mock.calls).toEqual([["b.ts", undefined]]);
  expect(document.activeElement).toBe(links()[1]);
});

test("the stop survives the growing of its paragraph", async () => {
  const { links, stops, setText } = await show("`a.ts` and `b.ts`", true);
  links()[0]?.focus();
  press("ArrowRight");
  setText("`a.ts` and `b.ts` and then `c.ts`");
  await Promise.resolve();
  expect(stops()).toEqual([-1, 0, -1]);
  expect(document.activeElement).toBe(links()[1]);
});
