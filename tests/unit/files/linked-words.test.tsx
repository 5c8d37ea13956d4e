// @vitest-environment jsdom
import type { JSX } from "solid-js";
import { render } from "solid-js/web";
import { expect, onTestFinished, test, vi } from "vitest";
import { ProjectFilesProvider } from "../../../components/files/project-files";
import { LongText } from "../../../components/tools/LongText";
import { TerminalText } from "../../../components/tools/TerminalText";

function show(part: () => JSX.Element) {
  const host = document.createElement("div");
  document.body.append(host);
  const open = vi.fn<(path: string, line?: number) => void>();
  const dispose = render(
    () => (
      <ProjectFilesProvider value={{ directory: "/shop", open, fetch: async () => "", isLive: true }}>
        {part()}
      </ProjectFilesProvider>
    ),
    host,
  );
  onTestFinished(() => {
    dispose();
    host.remove();
  });
  return { host, open, links: () => [...host.querySelectorAll<HTMLElement>("[role=link]")] };
}

test("files in a command's output open at their lines, whatever colours they are written in; what stands there stays", () => {
  const output =
    "\u001b[36msrc/app.ts\u001b[0m:\u001b[33m12\u001b[0m:\u001b[33m7\u001b[0m - error in Node.js\n    at run (/shop/lib/x.js:3:9)";
  const { host, open, links } = show(() => <TerminalText text={output} label="Output" />);
  expect(host.querySelector("pre")?.textContent).toBe(
    "src/app.ts:12:7 - error in Node.js\n    at run (/shop/lib/x.js:3:9)\n",
  );
  expect(links().map(({ textContent }) => textContent)).toEqual(["src/app.ts:12:7", "/shop/lib/x.js:3:9"]);
  for (const link of links()) link.click();
  expect(open.mock.calls).toEqual([
    ["src/app.ts", 12],
    ["/shop/lib/x.js", 3],
  ]);
});

test("files in an error are one stop of the Tab key, and those of a text that is a file itself are words", async () => {
  const text = "src/a.ts:1: wrong\nsrc/b.ts:2: wrong";
  const error = show(() => <LongText label="Error" text={text} tone="bad" />);
  await Promise.resolve();
  expect(error.links().map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
  error.links()[0]?.focus();
  const key = (name: string) => new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(key("ArrowRight"));
  document.activeElement?.dispatchEvent(key("Enter"));
  expect(error.open.mock.calls).toEqual([["src/b.ts", 2]]);
  const read = show(() => <LongText label="What was read" text={text} />);
  expect([read.links(), read.host.querySelector("pre")?.textContent]).toEqual([[], text]);
});
