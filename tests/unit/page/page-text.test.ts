// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { readPage } from "../../../lib/page/in-page";
import { TEXT_LIMIT } from "../../../lib/page/limit";
import { readPageText } from "../../../lib/page/page-text";

// Stands for the browser's tabs, permissions and injection; real browsers are asked end to end.
const { executeScript, query, contains } = vi.hoisted(() => ({
  executeScript: vi.fn(),
  query: vi.fn(),
  contains: vi.fn(),
}));
vi.mock("wxt/browser", () => ({
  browser: { scripting: { executeScript }, tabs: { query }, permissions: { contains } },
}));

const address = "https://tides.example/brest";
const page = (text: string, more: object = {}) => [
  { frameId: 0, result: { text, length: text.length, address, ...more } },
];

beforeEach(() => {
  executeScript.mockReset().mockResolvedValue(page("High water"));
  contains.mockReset().mockResolvedValue(true);
  query
    .mockReset()
    .mockResolvedValue([
      { id: 1, url: address, lastAccessed: 1 },
      { id: 2, url: "https://me:secret@tides.example/brest", lastAccessed: 5 },
      { id: 3, url: "https://tides.example/", lastAccessed: 9 },
      { id: 4 },
    ]);
});

describe("the text of a page", () => {
  test("is that of the tab with its address that was looked at last, its main frame alone", async () => {
    expect(await readPageText(address)).toEqual({ status: "read", text: "High water" });
    expect(executeScript).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ target: { tabId: 2, frameIds: [0] }, args: [TEXT_LIMIT] }),
    );
  });

  test("is cleaned, and cut with a word about it", async () => {
    executeScript.mockResolvedValue(page("a\u202eb\u0000", { length: 500_000 }));
    expect(await readPageText(address)).toEqual({
      status: "read",
      text: "ab\n\n[Cut here: the first 2 of 500,000 characters]",
    });
  });

  test.each([
    ["no tab shows it", "gone", () => query.mockResolvedValue([])],
    ["it has gone on", "gone", () => executeScript.mockResolvedValue(page("x", { address: "https://b.example/" }))],
    ["it has none", "empty", () => executeScript.mockResolvedValue(page(" \n\u200b"))],
    ["scripts are refused", "refused", () => executeScript.mockRejectedValue(new Error("no"))],
    ["it answers nonsense", "refused", () => executeScript.mockResolvedValue([{ frameId: 0, result: { text: 5 } }])],
    ["it gives too much", "refused", () => executeScript.mockResolvedValue(page("x".repeat(TEXT_LIMIT + 1)))],
    [
      "it may not be seen",
      "ask",
      () => {
        query.mockResolvedValue([{ id: 1 }]);
        contains.mockResolvedValue(false);
      },
    ],
    [
      "it may not be read",
      "ask",
      () => {
        executeScript.mockRejectedValue(new Error("no"));
        contains.mockResolvedValue(false);
      },
    ],
  ])("is not there when %s: %s", async (_, status, set) => {
    set();
    expect(await readPageText(address)).toEqual({ status });
  });

  test("of a page that nobody may be asked for is refused", async () => {
    query.mockResolvedValue([{ id: 1, url: "file:///a.html" }]);
    executeScript.mockRejectedValue(new Error("no"));
    expect(await readPageText("file:///a.html")).toEqual({ status: "refused" });
    expect(contains).not.toHaveBeenCalled();
  });
});

describe("in the page", () => {
  /** The DOM of these tests renders nothing. */
  function show(html: string): void {
    document.body.innerHTML = html;
    for (const element of [document.body, ...document.querySelectorAll<HTMLElement>("main")]) {
      Object.defineProperty(element, "innerText", { configurable: true, value: element.textContent });
    }
  }

  test("its main part is read where that is most of it", () => {
    show(`<nav>Home</nav><main>${"Tide. ".repeat(10)}  \n\n\n\nEbb.</main>`);
    expect(readPage(100).text).toBe(`${"Tide. ".repeat(10).trim()}\n\nEbb.`);
    show(`<main>Wait</main>${"Tide. ".repeat(10)}`);
    expect(readPage(100).text).toContain("Tide.");
    show("<main>One</main><main>Two</main>");
    expect(readPage(100).text).toBe("OneTwo");
  });

  test("no more is handed over than was asked for", () => {
    show("High water");
    expect(readPage(4)).toEqual({ text: "High", length: 10, address: location.href });
  });
});
