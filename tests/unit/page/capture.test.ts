import { beforeEach, describe, expect, test, vi } from "vitest";
import { captureClick, captureCommand, captureSelection } from "../../../lib/page/capture";
import { TEXT_LIMIT } from "../../../lib/page/limit";
import type { MenuClick } from "../../../lib/platform/menus";

// Stands for the browser's injection only. What the injected functions read is seen in real browsers, end to end.
const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn() }));
vi.mock("wxt/browser", () => ({ browser: { scripting: { executeScript } } }));

const tab = { id: 7, title: "A page", url: "https://example.org/a" };
const address = "https://example.org/a";

function frames(...results: unknown[]): void {
  executeScript.mockResolvedValue(results.map((result, frameId) => ({ frameId, documentId: "", result })));
}

function selection(text: string, more: object = {}): object {
  return { text, length: text.length, address, focused: false, ...more };
}

function click(menuItemId: string, more: Partial<MenuClick> = {}): MenuClick {
  return { menuItemId, editable: false, pageUrl: tab.url, frameId: 0, ...more } as MenuClick;
}

beforeEach(() => {
  executeScript.mockReset();
});

describe("capturing a selection", () => {
  test("keeps its line breaks and asks only the frame that was clicked", async () => {
    frames(selection("one\ntwo"));
    expect(await captureSelection(7, 3)).toEqual({ text: "one\ntwo", frameUrl: address });
    expect(executeScript).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ target: { tabId: 7, frameIds: [3] } }),
    );
  });

  test("without a frame asks all and prefers the one with the focus", async () => {
    frames(selection("in the page"), null, selection("in the frame", { focused: true, address: "https://b.example/" }));
    expect(await captureSelection(7)).toEqual({ text: "in the frame", frameUrl: "https://b.example/" });
    expect(executeScript.mock.lastCall?.[0]).toMatchObject({ target: { tabId: 7, allFrames: true } });
  });

  test("takes another frame's when the one with the focus has none", async () => {
    frames(selection(" ", { focused: true }), selection("in the frame"));
    expect((await captureSelection(7))?.text).toBe("in the frame");
  });

  test("says how long it was when only its beginning was read", async () => {
    frames(selection("begin", { length: 5_000_000 }));
    expect(await captureSelection(7, 0)).toMatchObject({ text: "begin", textLength: 5_000_000 });
  });

  test.each([
    ["nothing", undefined],
    ["a text alone", "text"],
    ["a wrong type", { ...selection("x"), text: 5 }],
    ["more than it was asked for", selection("x".repeat(TEXT_LIMIT + 1))],
    ["a length that is none", selection("x", { length: Number.NaN })],
  ])("does not believe a frame that gives %s", async (_, result) => {
    frames(result);
    expect(await captureSelection(7, 0)).toBeUndefined();
  });

  test("is nothing where the browser lets no script in", async () => {
    executeScript.mockRejectedValue(new Error("The extensions gallery cannot be scripted."));
    expect(await captureSelection(7, 0)).toBeUndefined();
  });

  test("is nothing when the page never answers", async () => {
    vi.spyOn(AbortSignal, "timeout").mockReturnValueOnce(AbortSignal.abort());
    executeScript.mockReturnValue(new Promise(() => {}));
    expect(await captureSelection(7, 0)).toBeUndefined();
  });

  test("that is aborted by its caller says so", async () => {
    const controller = new AbortController();
    executeScript.mockReturnValue(new Promise(() => {}));
    const captured = captureSelection(7, 0, controller.signal);
    controller.abort(new Error("closed"));
    await expect(captured).rejects.toThrow("closed");
  });
});

describe("a click in the context menu", () => {
  test("takes the selection as the page has it, not as the browser folded it", async () => {
    frames(selection("one\ntwo"));
    const item = await captureClick(click("ask-selection", { selectionText: "one two" }), tab);
    expect(item).toMatchObject({ kind: "selection", title: "A page", url: tab.url, text: "one\ntwo" });
  });

  test("takes the browser's word where no script is let in", async () => {
    executeScript.mockRejectedValue(new Error("Cannot access a chrome:// URL"));
    const item = await captureClick(click("ask-selection", { selectionText: "one two" }), tab);
    expect(item).toMatchObject({ kind: "selection", title: "A page", url: tab.url, text: "one two" });
  });

  test("says in the text that it was cut", async () => {
    frames(selection("x".repeat(TEXT_LIMIT), { length: 300_000 }));
    const item = await captureClick(click("ask-selection", { selectionText: "xxx" }), tab);
    expect(item?.text).toMatch(/\n\[Cut here: the first 100,000 of 300,000 characters\]$/);
  });

  test("gives a link and an image the words that the page has for them", async () => {
    frames("  Read\n on ");
    expect(await captureClick(click("add-link", { linkUrl: "https://a.example/" }), tab)).toMatchObject({
      kind: "link",
      title: "Read on",
      url: "https://a.example/",
    });
    frames("A red dot");
    expect(await captureClick(click("add-image", { srcUrl: "https://a.example/i.png" }), tab)).toMatchObject({
      kind: "image",
      title: "A red dot",
      url: "https://a.example/i.png",
    });
  });

  test("on a page runs nothing in it", async () => {
    expect(await captureClick(click("add-page"), tab)).toMatchObject({ kind: "page", title: "A page" });
    expect(executeScript).not.toHaveBeenCalled();
  });

  test("on another's item is nothing", async () => {
    expect(await captureClick(click("someone-else"), tab)).toBeUndefined();
  });
});

describe("the command", () => {
  test("takes the selection wherever it is in the tab", async () => {
    frames(selection(""), selection("words", { focused: true, address: "https://b.example/" }));
    expect(await captureCommand(tab)).toMatchObject({ title: "A page", url: "https://b.example/", text: "words" });
  });

  test("is nothing when nothing is selected", async () => {
    frames(selection(""));
    expect(await captureCommand(tab)).toBeUndefined();
  });
});
