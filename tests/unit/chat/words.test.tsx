// @vitest-environment jsdom
import { render } from "solid-js/web";
import { expect, test } from "vitest";
import { linesOf, Words } from "../../../components/chat/message/Words";

test("much text stands in stretches of whole lines, a line as long as it may be in one", () => {
  const text = `${"a line of it\n".repeat(1_000)}${"b".repeat(50_000)}\nthe end`;
  const stretches = linesOf(text);
  expect(stretches.length).toBeGreaterThan(3);
  expect(stretches.join("")).toBe(text);
  expect(stretches.slice(0, -1).every((stretch) => stretch.endsWith("\n"))).toBe(true);
  expect(linesOf("a\nb")).toEqual(["a\nb"]);
  expect(linesOf("")).toEqual([]);
});

test("all of it is on the page", () => {
  const text = "a line of it\n".repeat(1_000);
  const host = document.createElement("p");
  const dispose = render(() => <Words text={text} />, host);
  expect(host.textContent).toBe(text);
  dispose();
});
