import { expect, test } from "vitest";
import { toOutboxEntry } from "../../../lib/hub/prompts";
import { createServices } from "../../../lib/hub/services";
import type { Mention } from "../../../lib/model";
import { foundByServer } from "../../../lib/opencode/command-names";
import type { Resource } from "../../../lib/opencode/services";

test.each([
  ["@src/a.ts, @b.ts.", ["src/a.ts", "b.ts"]],
  ["@a.ts#10-20 @my folder/c.ts", ["a.ts#10-20", "my"]],
  ["(@a.ts) me@b.ts `@c.ts`", ["a.ts)"]],
  ["@.env @src/", [".env", "src/"]],
])("in “%s” a server finds %o by itself", (words, names) => {
  expect([...foundByServer(words)]).toEqual(names);
});

test("with a command goes what its server does not find in the words by itself", () => {
  const mentions: Mention[] = [
    { type: "file", path: "a.ts" },
    { type: "file", path: "a.ts", lines: "20-10" },
    { type: "file", path: "my folder/c.ts" },
    { type: "agent", name: "explore" },
    { type: "resource", name: "Board", uri: "harbour://board", client: "harbour" },
  ];
  const text = "/tide @a.ts @a.ts#20-10 @my folder/c.ts @explore @Board";
  const outgoing = { key: "s/1", messageId: "msg_1", text, context: [], mentions, kind: "command" } as const;
  const [, ...parts] = toOutboxEntry({ ...outgoing, context: [], mentions }, "/work", () => "prt", 1).prompt.parts;
  expect(parts).toMatchObject([
    { filename: "a.ts#20-10", url: "file:///work/a.ts?start=10&end=20", source: { start: 12, end: 23 } },
    { filename: "my folder/c.ts", url: "file:///work/my%20folder/c.ts" },
    { filename: "Board", url: "harbour://board", client: "harbour", mime: "text/plain" },
  ]);
  expect(parts).toHaveLength(3);
});

test("resources have names that can stand in a text, each another", async () => {
  const listed: Resource[] = [
    { name: "Two\nlines\u202e", uri: "h://1", client: "h" },
    { name: "", uri: "h://2", client: "h" },
    { name: "README", uri: "h://3", client: "h" },
    { name: "README", uri: "g://1", client: "g", description: "x".repeat(1_000) },
    { name: "Same", uri: "h://4", client: "h" },
    { name: "Same", uri: "h://5", client: "h" },
    { name: "Hidden", uri: "h://\u0000", client: "h" },
  ];
  const client = { resources: async () => listed };
  const services = createServices({ connected: async () => ({ client }) } as unknown as Parameters<
    typeof createServices
  >[0]);
  const resources = await services.resources("s", "/work");
  expect(resources.map(({ name }) => name)).toEqual([
    "Two lines",
    "h://2",
    "h/README",
    "g/README",
    "h/h://4",
    "h/h://5",
  ]);
  expect(resources[3]?.description).toHaveLength(300);
});
