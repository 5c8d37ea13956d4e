import { expect, test } from "vitest";
import {
  linesInWords,
  mentionOfFile,
  mentionWord,
  namedIn,
  placeOfMention,
  rangeOf,
  splitLines,
} from "../../../lib/model";

const file = (path: string) => ({ type: "file", path }) as const;

test.each([
  ["a.ts", "See @a.ts now", 4],
  ["a.ts", "See @a.ts.", 4],
  ["a.ts", "See @a.ts, @b.ts", 4],
  ["a.ts", "See (@a.ts)", 5],
  ["a.ts", "See @a.tsx and @a.ts", 15],
  ["a.ts", "See @a.ts.map", -1],
  ["a", "@a-b @a/b @a_c @a", 15],
  ["src/", "In @src/main.ts and @src/", 20],
  ["src/", "In @src/, please", 3],
  ["größe", "@größeres @größe!", 10],
  ["a.ts", "See @a.ts#10 and @a.ts", 17],
  ["a.ts", "nothing", -1],
])("%s in “%s” stands at %i", (path, text, place) => {
  expect(placeOfMention(file(path), text)).toBe(place);
});

test.each([
  ["10", { start: 10, end: 10 }],
  ["10-20", { start: 10, end: 20 }],
  ["10-", { start: 10 }],
  ["20-10", { start: 10, end: 20 }],
  ["0", { start: 1, end: 1 }],
  ["0-0", { start: 1, end: 1 }],
  ["0-", { start: 1 }],
  ["007-9", { start: 7, end: 9 }],
  ["999999999", { start: 999_999_999, end: 999_999_999 }],
])("lines %s are %o", (lines, range) => {
  expect(rangeOf(lines)).toEqual(range);
});

test.each([
  ["src/a.ts#10-20", { path: "src/a.ts", lines: "10-20" }],
  ["src/a.ts#10-", { path: "src/a.ts", lines: "10-" }],
  ["c#d.txt#3", { path: "c#d.txt", lines: "3" }],
  ["c#d.txt", { path: "c#d.txt" }],
  ["a.ts#", { path: "a.ts#" }],
  ["a.ts#-3", { path: "a.ts#-3" }],
  ["a.ts#1-2-3", { path: "a.ts#1-2-3" }],
  ["a.ts#1234567890", { path: "a.ts#1234567890" }],
  ["a.ts#١", { path: "a.ts#١" }],
  ["src/#3", { path: "src/#3" }],
  ["#3", { path: "#3" }],
  ["קובץ.ts#3", { path: "קובץ.ts", lines: "3" }],
])("%s is a path with lines, or without", (written, apart) => {
  expect(splitLines(written)).toEqual(apart);
});

test.each<[string, string, string[]]>([
  ["a.ts", "See @a.ts#10-20, and @a.ts#10- and @a.ts", ["@a.ts#10-20", "@a.ts#10-", "@a.ts"]],
  ["a.ts", "Twice @a.ts#3 @a.ts#3", ["@a.ts#3"]],
  ["a.ts", "See @a.ts# and @b.ts#3", ["@a.ts"]],
  ["a.ts", "@a.ts#1.5 @a.ts#1x @a.ts#1-2-3 @a.ts#1234567890 @a.tsx#3", []],
  ["c", "@c#d.txt", []],
  ["x", "@x#2-3.txt", []],
  ["x#2-3", "@x#2-3 @x#2-3#4", ["@x#2-3", "@x#2-3#4"]],
  ["my folder/größe ü.ts", "In @my folder/größe ü.ts#4.", ["@my folder/größe ü.ts#4"]],
  ["src/", "In @src/#3", ["@src/"]],
])("%s is named in “%s”", (path, text, words) => {
  expect(namedIn(file(path), text).map(mentionWord)).toEqual(words);
});

test("what goes along with a message is a mention again, with its lines", () => {
  const of = (url: string, filename?: string) =>
    mentionOfFile({ url, ...(filename === undefined ? {} : { filename }) });
  expect(of("file:///w/a.ts?start=10&end=20", "a.ts#10-20")).toEqual({ type: "file", path: "a.ts", lines: "10-20" });
  expect(of("file:///w/a.ts%2310", "a.ts#10")).toEqual({ type: "file", path: "a.ts#10" });
  expect(of("file:///w/a.ts?start=10", "a.ts")).toEqual({ type: "file", path: "a.ts" });
  expect(of("file:///w/a.ts")).toBeUndefined();
  expect(of("data:text/plain,a", "a.ts")).toBeUndefined();
});

test.each([
  ["10", "line 10"],
  ["10-", "from line 10"],
  ["20-10", "lines 10 to 20"],
])("%s is said as “%s”", (lines, words) => {
  expect(linesInWords(lines)).toBe(words);
});
