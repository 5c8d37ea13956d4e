// @vitest-environment jsdom
import { createRoot } from "solid-js";
import { expect, onTestFinished, test, vi } from "vitest";
import { createFileFind } from "../../../components/files/create-file-find";
import { selectedLines } from "../../../components/files/selected-lines";

test("a search in a file begins where one reads, goes around, and counts", async () => {
  const lines = ["tide", "sea", "tide", "tide"];
  const find = createRoot((dispose) => {
    onTestFinished(dispose);
    return createFileFind(
      () => lines,
      () => 2,
    );
  });
  find.setQuery("Tide");
  await vi.waitFor(() => expect(find.hit()?.line).toBe(3));
  expect([find.number(), find.total()]).toEqual([2, 3]);
  const seen = [1, 1, -1].map((by) => {
    find.step(by === 1 ? 1 : -1);
    return find.hit()?.line;
  });
  expect(seen).toEqual([4, 1, 4]);
  find.setQuery("storm");
  await vi.waitFor(() => expect(find.total()).toBe(0));
  expect([find.number(), find.hit()]).toEqual([0, undefined]);
});

test("selected words mean the lines they go over; what ends before a line's first letter has nothing of it", () => {
  document.body.innerHTML = `<p>before</p><div>${[1, 2, 3]
    .map((line) => `<div data-line="${line}"><span>${line}</span><span>word</span></div>`)
    .join("")}</div>`;
  const box = document.querySelector("div");
  const word = (line: number) => document.querySelector(`[data-line="${line}"] span + span`)?.firstChild;
  const over = (from: [number, number], to: [number, number]) => {
    const [start, end] = [word(from[0]), word(to[0])];
    if (!start || !end || !box) throw new Error("There is no such line");
    document.getSelection()?.setBaseAndExtent(start, from[1], end, to[1]);
    return selectedLines(box, document.getSelection());
  };
  expect(over([1, 2], [3, 1])).toEqual([1, 3]);
  expect(over([3, 1], [2, 0])).toEqual([2, 3]);
  expect(over([1, 0], [2, 0])).toEqual([1, 1]);
  expect(over([2, 1], [2, 1])).toBeUndefined();
  const outside = document.querySelector("p")?.firstChild;
  if (outside && box) document.getSelection()?.setBaseAndExtent(outside, 0, outside, 3);
  expect(box && selectedLines(box, document.getSelection())).toBeUndefined();
});
