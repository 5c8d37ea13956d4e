import { describe, expect, test } from "vitest";
import { commandIn, suggestionsFor } from "../../../components/composer/suggest/suggestions";
import { completion, type Token, tokenAt } from "../../../components/composer/suggest/token";
import type { Catalog, Command } from "../../../lib/model";

/** The token of a text whose caret is written as "|". */
const at = (marked: string): Token | undefined => tokenAt(marked.replace("|", ""), marked.indexOf("|"));

describe("the word under the caret", () => {
  test.each<[string, Token | undefined]>([
    ["/|", { type: "command", query: "", start: 0, end: 1 }],
    ["/ti|de now", { type: "command", query: "ti", start: 0, end: 5 }],
    ["/tide |", undefined],
    [" /tide|", undefined],
    ["a/b|", undefined],
    ["@|", { type: "mention", query: "", start: 0, end: 1 }],
    ["See @src/m|ain.ts, please", { type: "mention", query: "src/m", start: 4, end: 16 }],
    ["See @|please", { type: "mention", query: "", start: 4, end: 5 }],
    ["/|please", { type: "command", query: "", start: 0, end: 1 }],
    ["First\n@read|", { type: "mention", query: "read", start: 6, end: 11 }],
    ["ebb@example.org|", undefined],
    ["/tide @ma|", { type: "mention", query: "ma", start: 6, end: 9 }],
    ["|@main", undefined],
  ])("%s", (marked, token) => {
    expect(at(marked)).toEqual(token);
  });

  test("is looked for near the caret alone", () => {
    expect(tokenAt(`@${"a".repeat(1_000)}`, 1_001)).toBeUndefined();
    const long = `${"word ".repeat(200_000)}@ma`;
    expect(tokenAt(long, long.length)).toMatchObject({ type: "mention", query: "ma" });
  });
});

describe("a choice", () => {
  test.each([
    ["See @ma| there", "@src/main.ts", "See @src/main.ts |there"],
    ["See @|please", "@src/main.ts", "See @src/main.ts |please"],
    ["See @src/m|ain.ts, there", "@src/main.ts", "See @src/main.ts |, there"],
    ["/ti|", "/tide", "/tide |"],
    ["/ti|de", "/tide", "/tide |"],
    ["Of @ma|\nnow", "@src/main.ts", "Of @src/main.ts |\nnow"],
  ])("takes the place of %s", (marked, choice, expected) => {
    const token = at(marked);
    if (!token) throw new Error("no token");
    const text = marked.replace("|", "");
    const { start, end, words } = completion(text, token, choice);
    expect(`${text.slice(0, start)}${words}|${text.slice(end)}`).toBe(expected);
  });
});

const command = (name: string, more: Partial<Command> = {}): Command => ({
  name,
  source: "command",
  hints: [],
  ...more,
});
const catalog: Catalog = {
  agents: [
    { name: "build", mode: "primary", hidden: false },
    { name: "explore", mode: "subagent", hidden: false, description: "Finds files" },
    { name: "general", mode: "all", hidden: false },
    { name: "secret", mode: "subagent", hidden: true },
  ],
  providers: [],
  commands: [
    command("spring-tide", { hints: ["$1", "$2", "$ARGUMENTS"] }),
    command("tide", { description: "Tells the water", hints: ["$ARGUMENTS"] }),
    command("harbour", { description: "Where the tide is", source: "skill" }),
  ],
};
const NONE = { query: "", paths: [] };
const commands = (query: string) =>
  suggestionsFor({ type: "command", query, start: 0, end: 0 }, catalog, NONE).map(({ label, aside }) =>
    aside === undefined ? label : `${label} ${aside}`,
  );
const mentions = (query: string, files: { query: string; paths: string[] }) =>
  suggestionsFor({ type: "mention", query, start: 0, end: 0 }, catalog, files).map(({ word }) => word);

describe("commands", () => {
  test("that begin with what is typed come first, then those that have it, then those that tell of it", () => {
    expect(commands("TIDE")).toEqual(["/tide [words]", "/spring-tide [1] [2]", "/harbour"]);
    expect(commands("nothing")).toEqual([]);
  });

  test("are called by a text that begins with their name, and by no other", () => {
    expect(commandIn(catalog, "/tide noon\nand night")?.name).toBe("tide");
    expect(commandIn(catalog, "/tide")?.name).toBe("tide");
    for (const text of ["/tides", "/tmp/tide is full", "tide", " /tide", "/"]) {
      expect(commandIn(catalog, text)).toBeUndefined();
    }
    expect(commandIn(undefined, "/tide")).toBeUndefined();
  });
});

describe("mentions", () => {
  test("are agents that others call, then what the server found", () => {
    const paths = ["src/", "README.md"];
    expect(mentions("", { query: "", paths })).toEqual(["@explore", "@general", "@src/", "@README.md"]);
  });

  test("take the lines along that are written behind a path; a folder has none", () => {
    const files = { query: "src/m", paths: ["src/main.ts", "src/more/", "src/m#4.ts"] };
    expect(mentions("src/m#10-20", files)).toEqual(["@src/main.ts#10-20", "@src/m#4.ts#10-20"]);
    expect(mentions("src/m#10-", files)).toContain("@src/main.ts#10-");
    expect(mentions("src/m#4", files)).toContain("@src/m#4.ts");
    expect(mentions("src/main.ts#4", files)).toEqual(["@src/main.ts#4"]);
    expect(mentions("src/m#x", files)).toEqual([]);
    const [file] = suggestionsFor({ type: "mention", query: "src/m#4-7", start: 0, end: 0 }, catalog, files);
    expect(file).toMatchObject({ label: "main.ts", aside: "src", lines: "4-7" });
    expect(file?.mention).toEqual({ type: "file", path: "src/main.ts", lines: "4-7" });
  });

  test("of an earlier search stay while they fit", () => {
    const files = { query: "m", paths: ["src/main.ts", "model.ts"] };
    expect(mentions("m", files)).toContain("@model.ts");
    expect(mentions("ma", files)).toEqual(["@src/main.ts"]);
  });

  describe("of resources", () => {
    const resources = [
      { name: "Notice board", uri: "harbour://board", client: "harbour", description: "What is told" },
      { name: "Log", uri: "harbour://log", client: "harbour" },
    ];
    const found = (query: string, paths: string[]) =>
      suggestionsFor({ type: "mention", query, start: 0, end: 0 }, undefined, { query, paths }, undefined, resources);

    test("tell whose they are, and stand after files that have the words and before those that are like them", () => {
      const all = found("board", ["b/oar.d", "board.ts"]);
      expect(all.map(({ word }) => word)).toEqual(["@board.ts", "@Notice board", "@b/oar.d"]);
      expect(all[1]).toMatchObject({ label: "Notice board", aside: "harbour", note: "What is told", kind: "resource" });
      expect(all[1]?.mention).toEqual({
        type: "resource",
        name: "Notice board",
        uri: "harbour://board",
        client: "harbour",
      });
    });

    test("are seen beside any number of files", () => {
      const all = found(
        "",
        Array.from({ length: 50 }, (_, index) => `${index}.ts`),
      );
      expect(all.map(({ word }) => word).slice(-2)).toEqual(["@Notice board", "@Log"]);
      expect(found("told", []).map(({ word }) => word)).toEqual(["@Notice board"]);
    });
  });

  describe("of tabs", () => {
    const tabs = [
      { title: "Tide tables, explained", url: "https://tides.example/brest" },
      { title: "", url: "http://127.0.0.1:5173/" },
    ];
    const words = (query: string, canAsk = false) =>
      suggestionsFor({ type: "mention", query, start: 0, end: 0 }, undefined, NONE, { tabs, canAsk }).map(
        ({ word, aside }) => [word, aside],
      );

    test("go by title and address, and stand there by their titles", () => {
      expect(words("TABLES")).toEqual([["“Tide tables, explained”", "tides.example"]]);
      expect(words("5173")).toEqual([["“127.0.0.1:5173/”", "127.0.0.1:5173"]]);
      expect(words("ebb")).toEqual([]);
    });

    test("come after everything else, and offer to ask for more where nothing else is meant", () => {
      const files = { query: "", paths: Array.from({ length: 50 }, (_, index) => `${index}.ts`) };
      const token = { type: "mention", query: "", start: 0, end: 0 } as const;
      const kinds = suggestionsFor(token, catalog, files, { tabs, canAsk: true }).map(({ kind }) => kind);
      expect(kinds.slice(-4)).toEqual(["file", "tab", "tab", "ask-for-tabs"]);
      expect(words("tab", true).at(-1)).toEqual(["@tabs", undefined]);
      expect(words("table", true)).toHaveLength(1);
    });
  });

  test("show a file's name and its folder apart", () => {
    const [file] = suggestionsFor({ type: "mention", query: "x", start: 0, end: 0 }, undefined, {
      query: "x",
      paths: ["lib/deep/x.ts"],
    });
    expect(file).toMatchObject({ label: "x.ts", aside: "lib/deep", kind: "file" });
  });
});
