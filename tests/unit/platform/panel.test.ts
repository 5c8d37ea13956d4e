import { beforeEach, describe, expect, test, vi } from "vitest";
import { surface } from "../../../lib/platform/browser";
import { openInTab, openPanel, togglePanel } from "../../../lib/platform/panel";

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock("wxt/browser", () => fake);

const order: string[] = [];

/** Chrome, as far as panels go. */
function chrome(): void {
  fake.browser = {
    sidePanel: {
      open: vi.fn(({ windowId }: { windowId: number }) => {
        order.push(`open ${windowId}`);
        return Promise.resolve();
      }),
    },
  };
}

function firefox(): void {
  fake.browser = {
    sidebarAction: {
      open: vi.fn(async () => {
        order.push("open");
      }),
      toggle: vi.fn(async () => {
        order.push("toggle");
      }),
      close: vi.fn(async () => {}),
    },
  };
}

beforeEach(() => {
  order.length = 0;
});

describe("in Chrome", () => {
  beforeEach(chrome);

  test("the panel of the window is opened before anything is waited for", () => {
    void openPanel({ windowId: 1 });
    expect(order).toEqual(["open 1"]);
    void togglePanel({ windowId: 2 });
    expect(order).toEqual(["open 1", "open 2"]);
  });

  test("the icon closes a panel that is open, and opens none meanwhile", async () => {
    await togglePanel({ windowId: 1 }, () => order.push("close"));
    expect(order).toEqual(["close"]);
  });

  test("a refusal to open is passed on", async () => {
    fake.browser.sidePanel = { open: () => Promise.reject(new Error("needs a user gesture")) };
    await expect(togglePanel({ windowId: 1 })).rejects.toThrow("user gesture");
  });
});

describe("in Firefox", () => {
  beforeEach(firefox);

  test("the sidebar is opened and toggled before anything is waited for", () => {
    void openPanel({ windowId: 1 });
    void togglePanel({ windowId: 1 }, () => order.push("close"));
    expect(order).toEqual(["open", "toggle"]);
  });
});

test("the panel's place is told by what the browser can, not by its name", () => {
  chrome();
  expect(surface()).toBe("side-panel");
  firefox();
  expect(surface()).toBe("sidebar");
  fake.browser = {};
  expect(surface()).toBe("tab");
});

describe("the full tab", () => {
  const PAGE = "chrome-extension://abc/sidepanel.html";
  const tabs = (held: { id: number; url: string }[]) => {
    const made = { query: vi.fn(async () => held), create: vi.fn(async () => {}), update: vi.fn(async () => {}) };
    fake.browser = { runtime: { getURL: () => PAGE }, tabs: made };
    return made;
  };

  test("is opened at an address, in the window that is meant", async () => {
    const { query, create } = tabs([]);
    await openInTab({ windowId: 3, address: "#/session/s/1" });
    expect(query).toHaveBeenCalledExactlyOnceWith({ windowId: 3, url: `${PAGE}*` });
    expect(create).toHaveBeenCalledExactlyOnceWith({ windowId: 3, url: `${PAGE}#/session/s/1` });
  });

  test("is shown again where the window has one, and led on only to another address", async () => {
    const { create, update } = tabs([{ id: 7, url: `${PAGE}#/session/s/1` }]);
    await openInTab({ windowId: 3 });
    await openInTab({ windowId: 3, address: "#/session/s/1" });
    await openInTab({ windowId: 3, address: "#/session/s/2" });
    expect(update.mock.calls).toEqual([
      [7, { active: true }],
      [7, { active: true }],
      [7, { active: true, url: `${PAGE}#/session/s/2` }],
    ]);
    expect(create).not.toHaveBeenCalled();
  });
});
