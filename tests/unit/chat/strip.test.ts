import { expect, test } from "vitest";
import { stretchWith } from "../../../components/chat/strip/stretch";

/** So many pills of 100 px, 4 px apart. */
const row = (count: number) => Array.from({ length: count }, (_, at) => ({ start: at * 104, end: at * 104 + 100 }));

test("the strip begins with its first card as long as the open one is whole then", () => {
  expect(stretchWith(row(5), 0, 220)).toEqual({ first: 0, room: 0 });
  expect(stretchWith(row(5), 1, 220)).toEqual({ first: 0, room: 0 });
});

test("the strip begins with the start of a card, and never within one", () => {
  expect(stretchWith(row(5), 3, 220)).toEqual({ first: 2, room: 0 });
  // It ends where the row ends: without room behind that, the one before would be cut.
  expect(stretchWith(row(5), 4, 220)).toEqual({ first: 3, room: 16 });
});

test("the strip begins with the open card where that alone fills it", () => {
  expect(stretchWith(row(5), 4, 90)).toEqual({ first: 4, room: 0 });
});
