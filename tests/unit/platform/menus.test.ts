import { beforeEach, describe, expect, test, vi } from "vitest";
import { createMenus, type MenuItem } from "../../../lib/platform/menus";

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock("wxt/browser", () => fake);

const menu: string[] = [];
const runtime: { lastError: { message: string } | undefined } = { lastError: undefined };

const item = (id: string): MenuItem => ({ id, title: id.toUpperCase(), contexts: ["page"] });

beforeEach(() => {
  menu.length = 0;
  fake.browser = {
    runtime,
    contextMenus: {
      removeAll: async () => {
        menu.length = 0;
      },
      // As in browsers: a second item with the same id is refused through `lastError`.
      create: ({ id }: { id: string }, done: () => void) => {
        const taken = menu.includes(id);
        if (!taken) menu.push(id);
        queueMicrotask(() => {
          runtime.lastError = taken ? { message: `duplicate id ${id}` } : undefined;
          done();
          runtime.lastError = undefined;
        });
      },
    },
  };
});

describe("the context menu", () => {
  test("has the items in order", async () => {
    await createMenus([item("a"), item("b")]);
    expect(menu).toEqual(["a", "b"]);
  });

  test("can be made again, and at the same time, without duplicates", async () => {
    await Promise.all([createMenus([item("a"), item("b")]), createMenus([item("a"), item("b")])]);
    await createMenus([item("b")]);
    expect(menu).toEqual(["b"]);
  });

  test("that the browser refuses says so, and the next call works", async () => {
    await expect(createMenus([item("a"), item("a")])).rejects.toThrow("duplicate id a");
    await createMenus([item("a")]);
    expect(menu).toEqual(["a"]);
  });
});
