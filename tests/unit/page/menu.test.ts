import { describe, expect, test } from "vitest";
import { MENU_ITEMS, pageItem, readClick, selectionOf } from "../../../lib/page/menu";
import type { MenuClick } from "../../../lib/platform/menus";

const tab = { id: 7, title: "A page", url: "https://example.org/a" };

function click(menuItemId: string, more: Partial<MenuClick> = {}): MenuClick {
  return { menuItemId, editable: false, pageUrl: tab.url, ...more } as MenuClick;
}

describe("the context menu", () => {
  test("has one item for each kind of thing, so that a selection never needs a submenu", () => {
    expect(MENU_ITEMS.map(({ title, contexts }) => [title, contexts])).toEqual([
      ["Ask OpenCode about selection", ["selection"]],
      ["Add page to OpenCode", ["page"]],
      ["Add link to OpenCode", ["link"]],
      ["Add image to OpenCode", ["image"]],
    ]);
    expect(new Set(MENU_ITEMS.map(({ id }) => id)).size).toBe(MENU_ITEMS.length);
  });

  test.each([
    [
      "a selection, with the page's title and address",
      click("ask-selection", { selectionText: "some words" }),
      { kind: "selection", title: "A page", url: tab.url, text: "some words" },
    ],
    ["a page", click("add-page"), { kind: "page", title: "A page", url: tab.url, text: "" }],
    [
      "a link, with where it was found",
      click("add-link", { linkUrl: "https://other.example/x" }),
      { kind: "link", title: "", url: "https://other.example/x", text: `Found on:\nA page\n${tab.url}` },
    ],
    [
      "an image, with where it was found",
      click("add-image", { srcUrl: "https://cdn.example/i.png", mediaType: "image" }),
      { kind: "image", title: "", url: "https://cdn.example/i.png", text: `Found on:\nA page\n${tab.url}` },
    ],
  ])("gives %s", (_, info, expected) => {
    expect(readClick(info, tab)).toEqual(expected);
  });

  test("gives a link its text where the browser tells it", () => {
    const info: MenuClick = Object.assign(click("add-link", { linkUrl: "https://a.example/" }), {
      linkText: "Read on",
    });
    expect(readClick(info, tab)?.title).toBe("Read on");
  });

  test("works without a tab, as in the panel itself", () => {
    const info = click("ask-selection", { selectionText: "words", pageUrl: "chrome-extension://abc/sidepanel.html" });
    expect(readClick(info, undefined)).toMatchObject({ title: "", url: "chrome-extension://abc/sidepanel.html" });
  });

  test.each([
    ["an item of nobody", click("constructor")],
    ["a selection without text", click("ask-selection")],
    ["a link without an address", click("add-link")],
    ["an image without an address", click("add-image")],
  ])("gives nothing for %s", (_, info) => {
    expect(readClick(info, tab)).toBeUndefined();
  });
});

describe("a selection in a frame", () => {
  const page = { title: "A page", url: "https://example.org/a" };

  test("of the page's own site carries the page's address", () => {
    expect(selectionOf(page, "x", "https://example.org/frame").url).toBe(page.url);
  });

  test("of another site carries the frame's address", () => {
    expect(selectionOf(page, "x", "https://ads.example/frame").url).toBe("https://ads.example/frame");
  });

  test.each(["about:srcdoc", "about:blank", "blob:https://example.org/1", ""])("at %j carries the page's", (frame) => {
    expect(selectionOf(page, "x", frame).url).toBe(page.url);
  });
});

test("a tab that tells neither title nor address is no item", () => {
  expect(pageItem({ id: 7 })).toBeUndefined();
  expect(pageItem(tab)).toMatchObject({ kind: "page", title: "A page", url: tab.url, text: "" });
});
