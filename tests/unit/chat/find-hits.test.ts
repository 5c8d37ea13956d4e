import { describe, expect, test } from "vitest";
import { lastUpTo, merged, numberOf, type Spot, spotAt, stepped, totalOf } from "../../../components/chat/find/hits";
import type { Hit } from "../../../lib/find/find";

const hit = (at: number, count = 1, piece = "text"): Hit => ({
  messageId: `m${at}`,
  order: String(at).padStart(3, "0"),
  pieceId: `m${at} ${piece}`,
  count,
});
const hits = [hit(2, 2), hit(5), hit(9, 1, "thought"), hit(9, 3)];
const at = (number: number): Spot | undefined => spotAt(hits, number);

describe("the hits of a search", () => {
  test("are numbered through the session, those of a piece one after the other", () => {
    expect(totalOf(hits)).toBe(7);
    const spots = Array.from({ length: 7 }, (_, index) => at(index + 1));
    expect(spots.map((spot) => `${spot?.pieceId} ${spot?.nth}`)).toEqual([
      "m2 text 0",
      "m2 text 1",
      "m5 text 0",
      "m9 thought 0",
      "m9 text 0",
      "m9 text 1",
      "m9 text 2",
    ]);
    expect(spots.map((spot) => numberOf(hits, spot))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([at(0), at(8)]).toEqual([undefined, undefined]);
  });

  test("are gone through in both directions, around the ends", () => {
    expect(stepped(hits, at(3), 1)).toEqual(at(4));
    expect(stepped(hits, at(7), 1)).toEqual(at(1));
    expect(stepped(hits, at(1), -1)).toEqual(at(7));
    expect(stepped(hits, undefined, 1)).toEqual(at(7));
    expect(stepped(hits, undefined, -1)).toEqual(at(7));
    expect(stepped([], at(1), 1)).toBeUndefined();
  });

  test("begin where the reader is", () => {
    expect(lastUpTo(hits, "007")).toEqual(at(3));
    expect(lastUpTo(hits, "009")).toEqual(at(7));
    expect(lastUpTo(hits, "001")).toBeUndefined();
  });

  test("keep their place when older ones come before them", () => {
    const more = merged(hits, [hit(1, 4)], () => false);
    expect(more.map(({ messageId }) => messageId)).toEqual(["m1", "m2", "m5", "m9", "m9"]);
    expect(numberOf(more, at(3))).toBe(7);
  });

  test("of messages that are searched again are the new ones", () => {
    const again = merged(hits, [hit(9, 1)], (id) => id === "m5" || id === "m9");
    expect(again).toEqual([hit(2, 2), hit(9, 1)]);
    expect(numberOf(again, at(7))).toBe(3);
    expect(numberOf(again, at(3))).toBe(0);
  });
});
