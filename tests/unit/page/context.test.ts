import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { ContextItemSchema, createItem, itemLabel } from "../../../lib/page/context";

const raw = { kind: "selection", title: "A page", url: "https://example.org/a?b#c", text: "some\r\ntext\0" } as const;

describe("an item", () => {
  test("is cleaned on the way in and passes its own schema", () => {
    const item = createItem(raw);
    expect(item).toMatchObject({
      kind: "selection",
      title: "A page",
      url: "https://example.org/a?b#c",
      text: "some\ntext",
    });
    expect(v.parse(ContextItemSchema, JSON.parse(JSON.stringify(item)))).toEqual(item);
  });

  test("has an id of its own", () => {
    expect(createItem(raw).id).not.toBe(createItem(raw).id);
  });

  test("does not pass on the user and password of an address", () => {
    expect(createItem({ ...raw, url: "https://me:secret@example.org/@x" }).url).toBe("https://example.org/@x");
    expect(createItem({ ...raw, url: "https://example.org/@x?m=a@b.c" }).url).toBe("https://example.org/@x?m=a@b.c");
  });

  test("names the type of a data address and leaves its content out", () => {
    expect(createItem({ ...raw, url: `data:image/png;base64,${"A".repeat(1e6)}` }).url).toBe("data:image/png,…");
  });

  test.each([
    ["an unknown kind", { kind: "cookie" }],
    ["no text", { text: undefined }],
    ["an empty id", { id: "" }],
    ["a time that is none", { createdAt: Number.NaN }],
  ])("with %s is refused", (_, change) => {
    expect(v.is(ContextItemSchema, { ...createItem(raw), ...change })).toBe(false);
  });
});

describe("the label of a chip", () => {
  test.each([
    ["the first words of a selection", { kind: "selection", text: "one\n two", title: "T", url: "" }, "“one two”"],
    ["a page's title", { kind: "page", text: "", title: "T", url: "https://example.org" }, "T"],
    [
      "an address where there is no title",
      { kind: "link", text: "x", title: "", url: "https://a.org/b?c=d" },
      "a.org/b",
    ],
    [
      "the type of an image without a name",
      { kind: "image", text: "", title: "", url: "data:image/png,…" },
      "data:image/png,…",
    ],
  ] as const)("is %s", (_, item, label) => {
    expect(itemLabel(item)).toBe(label);
  });

  test("stays short", () => {
    expect(itemLabel({ kind: "page", title: "word ".repeat(50), url: "", text: "" }).length).toBeLessThanOrEqual(60);
  });
});
