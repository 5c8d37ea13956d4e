import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { surface } from "../../../lib/platform/browser";
import { closeOnToggle, openPanel, togglePanel } from "../../../lib/platform/panel";

type Listener = (message: unknown, sender: { id?: string }, reply: (answer: string) => void) => void;

const fake = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock("wxt/browser", () => fake);

const order: string[] = [];
const listeners = new Set<Listener>();

/** Chrome, as far as panels go: a message reaches the pages that are open when it is sent, or is refused. */
function chrome(): void {
  fake.browser = {
    sidePanel: {
      open: vi.fn(({ windowId }: { windowId: number }) => {
        order.push(`open ${windowId}`);
        return Promise.resolve();
      }),
    },
    runtime: {
      id: "our-id",
      onMessage: {
        addListener: (one: Listener) => listeners.add(one),
        removeListener: (one: Listener) => listeners.delete(one),
      },
      sendMessage: (message: unknown) => {
        order.push("message");
        const hearers = [...listeners];
        if (hearers.length === 0) return Promise.reject(new Error("Receiving end does not exist."));
        return new Promise((resolve) => {
          for (const hear of hearers) hear(message, { id: "our-id" }, resolve);
          resolve(undefined);
        });
      },
    },
    windows: { getCurrent: vi.fn(async () => ({ id: 1 })) },
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
  listeners.clear();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("in Chrome", () => {
  const close = vi.fn();
  beforeEach(() => {
    chrome();
    close.mockClear();
    vi.stubGlobal("window", { close });
    vi.stubGlobal("document", { visibilityState: "visible" });
  });

  async function panelOfWindow(id: number): Promise<() => void> {
    fake.browser.windows = { getCurrent: async () => ({ id }) };
    const cleanUp = closeOnToggle();
    await Promise.resolve();
    return cleanUp;
  }

  test("the panel of the window is opened before anything is waited for", () => {
    void openPanel({ windowId: 1 });
    expect(order).toEqual(["open 1"]);
    void togglePanel({ windowId: 2 });
    expect(order).toEqual(["open 1", "message", "open 2"]);
  });

  test("the icon opens a panel that is closed", async () => {
    expect(await togglePanel({ windowId: 1 })).toBe("opened");
    expect(close).not.toHaveBeenCalled();
  });

  test("the icon closes a panel that is open in this window", async () => {
    await panelOfWindow(1);
    expect(await togglePanel({ windowId: 1 })).toBe("closed");
    expect(close).toHaveBeenCalledOnce();
  });

  test("the icon leaves the panel of another window alone", async () => {
    await panelOfWindow(2);
    expect(await togglePanel({ windowId: 1 })).toBe("opened");
    expect(close).not.toHaveBeenCalled();
  });

  test("the icon shows a panel that another extension's panel hides", async () => {
    await panelOfWindow(1);
    vi.stubGlobal("document", { visibilityState: "hidden" });
    expect(await togglePanel({ windowId: 1 })).toBe("opened");
    expect(close).not.toHaveBeenCalled();
  });

  test("the panel obeys this extension only, and only this message", async () => {
    await panelOfWindow(1);
    const [listener] = listeners;
    const reply = vi.fn();
    listener?.({ type: "toggle-panel", windowId: 1 }, { id: "another" }, reply);
    listener?.({ type: "toggle-panel" }, { id: "our-id" }, reply);
    listener?.("toggle-panel", { id: "our-id" }, reply);
    expect(close).not.toHaveBeenCalled();
    expect(reply).not.toHaveBeenCalled();
  });

  test("a panel that stopped listening is not asked", async () => {
    const cleanUp = await panelOfWindow(1);
    cleanUp();
    expect(await togglePanel({ windowId: 1 })).toBe("opened");
  });

  test("a refusal to open is passed on", async () => {
    fake.browser.sidePanel = { open: () => Promise.reject(new Error("needs a user gesture")) };
    await expect(togglePanel({ windowId: 1 })).rejects.toThrow("user gesture");
  });
});

describe("in Firefox", () => {
  beforeEach(firefox);

  test("the sidebar is opened and toggled before anything is waited for", async () => {
    void openPanel({ windowId: 1 });
    const toggled = togglePanel({ windowId: 1 });
    expect(order).toEqual(["open", "toggle"]);
    expect(await toggled).toBe("toggled");
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
