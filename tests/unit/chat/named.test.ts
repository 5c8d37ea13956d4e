import { describe, expect, test } from "vitest";
import type { DraftKey } from "../../../components/app/drafts";
import { createNamed } from "../../../components/composer/mentions/create-named";
import { itemsAfter, namedAfter, placesOf } from "../../../components/composer/mentions/named";
import { type Mention, mentionWord } from "../../../lib/model";

const file = (path: string, lines?: string): Mention => ({
  type: "file",
  path,
  ...(lines === undefined ? {} : { lines }),
});
const explore: Mention = { type: "agent", name: "explore" };

describe("what is named", () => {
  test.each<[string, Mention[], Mention[], string, string, string[]]>([
    ["goes with its words", [file("a.ts"), explore], [], "@a.ts @explore", "@a.t @explore", ["@explore"]],
    ["comes back with them", [explore], [file("a.ts")], "@a.t @explore", "@a.ts @explore", ["@explore", "@a.ts"]],
    ["stays without any", [file("a.ts")], [], "Look", "Look at", ["@a.ts"]],
    ["follows the lines behind it", [file("a.ts")], [], "@a.ts", "@a.ts#1", ["@a.ts#1"]],
    ["follows their end", [file("a.ts", "1")], [], "@a.ts#1", "@a.ts#1-", ["@a.ts#1-"]],
    ["loses them", [file("a.ts", "1-2")], [], "@a.ts#1-2", "@a.ts#", ["@a.ts"]],
    ["may be several pieces", [file("a.ts", "1")], [], "@a.ts#1", "@a.ts#1 @a.ts#5", ["@a.ts#1", "@a.ts#5"]],
    ["is no longer word", [file("a.ts")], [], "@a.ts", "@a.tsx", []],
    ["has spaces", [file("my folder/b c.ts")], [], "@my folder/b c.ts", "@my folder/b c.ts#3", ["@my folder/b c.ts#3"]],
    ["is not what begins like it", [file("x")], [file("x#2-3")], "@x", "@x#2-3", ["@x#2-3"]],
  ])("%s", (_, held, known, before, now, words) => {
    expect(namedAfter(held, known, before, now).map(mentionWord)).toEqual(words);
  });

  test("is remembered of the draft at hand, and of no other", () => {
    let key: DraftKey = "new";
    let text = "@a.ts";
    let mentions: Mention[] | undefined = [file("a.ts")];
    const named = createNamed(
      () => ({ text, context: [], mentions }),
      () => key,
    );
    expect(named.follow("@a.ts now")).toEqual({});
    expect(named.follow("@a.")).toEqual({ mentions: undefined });
    text = "@a.";
    mentions = undefined;
    expect(named.follow("@a.ts")).toEqual({ mentions: [file("a.ts")] });
    key = "s/1";
    expect(named.follow("@a.ts")).toEqual({});
    named.expect({ mention: explore });
    expect(named.follow("@a.ts @explore")).toEqual({ mentions: [explore] });
  });
});

test("a page goes with its title and comes back with it; others stay", () => {
  const page = { id: "1", kind: "page", title: "T", url: "https://a.example/", text: "", createdAt: 1 } as const;
  const titled = { ...page, word: "“T”" };
  const other = { ...page, id: "2" };
  expect(itemsAfter([titled, other], [titled], "See “T” now", "See “T now")).toEqual([other]);
  expect(itemsAfter([other], [titled], "See “T now", "See “T” now")).toEqual([other, titled]);
  expect(itemsAfter([titled], [titled], "Nothing", "No")).toEqual([titled]);
});

test("a page that is named again by the same title is there once", () => {
  const page = { kind: "page", title: "T", url: "https://a.example/", text: "", createdAt: 1, word: "“T”" } as const;
  const state = { text: "“T”", context: [{ ...page, id: "1" }] };
  const named = createNamed(
    () => state,
    () => "new",
  );
  expect(named.follow("")).toEqual({ context: [] });
  Object.assign(state, { text: "", context: [] });
  named.expect({ item: { ...page, id: "2" } });
  expect(named.follow("“T”")).toEqual({ context: [{ ...page, id: "2" }] });
});

test.each([
  ["See @a.ts there", [[4, 10]]],
  ["See (@a.ts) there", [[5, 10]]],
  [
    "@a.ts and @a.tsx and @a.ts.",
    [
      [21, 26],
      [0, 6],
    ],
  ],
  ["@a.ts#3", []],
])("the words of a mention in “%s” are at %o", (text, places) => {
  expect(placesOf("@a.ts", text).map(({ start, end }) => [start, end])).toEqual(places);
});
