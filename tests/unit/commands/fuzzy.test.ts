import { describe, expect, test } from "vitest";
import { fitOf } from "../../../components/commands/palette/fuzzy";

const best = (query: string, ...texts: string[]) =>
  texts
    .flatMap((text) => {
      const fit = fitOf(query, text);
      return fit === undefined ? [] : [{ text, fit }];
    })
    .sort((a, b) => b.fit - a.fit)
    .map(({ text }) => text);

describe("what is looked for", () => {
  test.each([
    ["ns", "New session"],
    ["newses", "New session"],
    ["session new", "New session"],
    ["arch", "Show archived sessions"],
    ["cafe", "Das Café am Hafen"],
    ["ÜBER", "über alles"],
    ["", "anything"],
  ])("%j is in %j", (query, text) => expect(fitOf(query, text)).toBeTypeOf("number"));

  test.each([
    ["sn", "New session"],
    ["newx", "New session"],
    ["new delete", "New session"],
    ["e", "Fit"],
    ["ton", "The long way round"],
  ])("%j is not in %j", (query, text) => expect(fitOf(query, text)).toBeUndefined());

  test("comes first where it begins the text, then where it begins a word, then inside, then scattered", () => {
    const texts = ["Unarchive", "Show archived", "Archive", "A right chive"];
    expect(best("archive", ...texts)).toEqual(["Archive", "Show archived", "Unarchive", "A right chive"]);
  });

  test("is looked for in time, whatever the text", () => {
    const before = performance.now();
    expect(fitOf("a".repeat(60), `${"a ".repeat(5_000)}b`)).toBeTypeOf("number");
    expect(fitOf(`${"a".repeat(60)}c`, "a ".repeat(5_000))).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
