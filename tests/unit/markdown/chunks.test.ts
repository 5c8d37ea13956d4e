import { expect, test } from "vitest";
import { chunksOf } from "../../../components/chat/markdown/chunks";

const items = (count: number) => Array.from({ length: count }, (_, id) => id);

test("a list is parted in its order", () => {
  expect(chunksOf([], [])).toEqual([]);
  expect(chunksOf(items(30), []).flatMap((chunk) => chunk.items)).toEqual(items(30));
  expect(chunksOf(items(30), []).length).toBeGreaterThan(1);
});

test("a chunk is the same object until something in it changes", () => {
  const before = chunksOf(items(30), []);
  const longer = chunksOf(items(31), before);
  expect(longer[0]).toBe(before[0]);
  expect(longer.at(-1)).not.toBe(before.at(-1));
  const changed = chunksOf([99, ...items(30).slice(1)], before);
  expect(changed[0]).not.toBe(before[0]);
  expect(changed[1]).toBe(before[1]);
  expect(chunksOf(items(5), before)).toHaveLength(1);
});
