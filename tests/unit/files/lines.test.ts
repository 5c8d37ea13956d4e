import { describe, expect, test } from "vitest";
import { bytesWord } from "../../../components/files/bytes";
import { CHUNK, chunksOf, linesOf, lineWithin } from "../../../components/files/lines";

describe("the lines of a file", () => {
  test.each([
    ["", [""]],
    ["a", ["a"]],
    ["a\nb\n", ["a", "b"]],
    ["a\r\nb\rc", ["a", "b", "c"]],
    ["a\n\n", ["a", ""]],
  ])("%j", (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  test("stand in chunks, the last of which is what is left", () => {
    const lines = Array.from({ length: 2 * CHUNK + 1 }, (_, at) => String(at));
    expect(chunksOf(lines).map(({ length }) => length)).toEqual([CHUNK, CHUNK, 1]);
    expect(chunksOf(lines).flat()).toEqual(lines);
  });

  test("are led to within the file only", () => {
    expect([lineWithin(0, 10), lineWithin(4.7, 10), lineWithin(99, 10), lineWithin(5, 0)]).toEqual([1, 4, 10, 1]);
  });
});

test("Bytes are told in the unit that suits them", () => {
  expect([1, 7, 1_234, 999_949, 3_400_000].map(bytesWord)).toEqual([
    "1 byte",
    "7 bytes",
    "1.2 kB",
    "999.9 kB",
    "3.4 MB",
  ]);
});
