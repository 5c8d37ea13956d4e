import { expect, test } from "vitest";
import { placeOfMention } from "../../../lib/model";

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
  ["a.ts", "nothing", -1],
])("%s in “%s” stands at %i", (path, text, place) => {
  expect(placeOfMention(file(path), text)).toBe(place);
});
