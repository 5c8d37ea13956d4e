import { describe, expect, it } from "vitest";
import { excerptOf } from "../../../lib/find/excerpt";
import { patternOf } from "../../../lib/find/pattern";

const excerpt = (text: string, query: string) => excerptOf(text, patternOf(query) ?? /$^/g);

describe("an excerpt", () => {
  it("is a short text as it stands, around what was found in it", () => {
    expect(excerpt("The Tide is high", "tide")).toEqual({ before: "The ", match: "Tide", after: " is high" });
  });

  it("begins with a whole word, and says where it was cut", () => {
    const { before, after } = excerpt(`${"word ".repeat(30)}tide${" more".repeat(60)}`, "tide") ?? {};
    expect(before).toMatch(/^…(word )+$/);
    expect(after).toMatch(/^( more)+…$/);
    expect(`${before}${after}`.length).toBeLessThan(150);
  });

  it("is one line, whatever stands between the blocks", () => {
    expect(excerpt("One\n\ntwo\0three", "two")).toEqual({ before: "One ", match: "two", after: " three" });
  });

  it("is none of a text that has no such words", () => {
    expect(excerpt("Ebb", "tide")).toBeUndefined();
  });
});
