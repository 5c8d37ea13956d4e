import { describe, expect, test, vi } from "vitest";
import { createLead } from "../../../lib/alerts/lead";
import type { PanelConnection } from "../../../lib/bridge/background-port";

function setUp(opens = true) {
  const panels = new Set<PanelConnection>();
  const works: Promise<unknown>[] = [];
  const deps = {
    panels,
    openPanel: vi.fn(async () => {
      if (!opens) throw new Error("may only be called in response to a user gesture");
    }),
    openInTab: vi.fn(async () => undefined),
    showWindow: vi.fn(async () => undefined),
    report: (work: Promise<unknown>) => void works.push(work),
  };
  return { ...deps, lead: createLead(deps), done: () => Promise.all(works) };
}
const panel = (windowId: number, tabId?: number) => {
  const send = vi.fn();
  return { windowId, tabId, isShownIn: () => true, send };
};

test("a panel that is open shows the session and what it asks, that of the window first", async () => {
  const set = setUp();
  const [other, own] = [panel(1), panel(2, 7)];
  set.panels.add(other).add(own);
  set.lead.to({ key: "s/1", request: "per_1" }, 2);
  expect(own.send).toHaveBeenCalledExactlyOnceWith({ type: "show", key: "s/1", request: "per_1" });
  expect(set.showWindow).toHaveBeenCalledExactlyOnceWith(2, 7);
  set.lead.to({ key: "s/2" }, 3);
  expect(other.send).toHaveBeenCalledExactlyOnceWith({ type: "show", key: "s/2" });
  expect(set.openPanel).not.toHaveBeenCalled();
});

test("without one it is opened, first of all, and the next panel shows the session, once", async () => {
  const set = setUp();
  set.lead.to({ key: "s/1" }, 4);
  expect(set.openPanel).toHaveBeenCalledExactlyOnceWith({ windowId: 4 });
  const [first, second] = [panel(4), panel(5)];
  set.lead.greet(first);
  set.lead.greet(second);
  expect(first.send).toHaveBeenCalledExactlyOnceWith({ type: "show", key: "s/1" });
  expect(second.send).not.toHaveBeenCalled();
  await set.done();
  expect(set.openInTab).not.toHaveBeenCalled();
});

test("where the browser does not let it be opened, it opens in a tab", async () => {
  const set = setUp(false);
  set.lead.to({ key: "s/1" }, 4);
  await set.done();
  expect(set.openInTab).toHaveBeenCalledExactlyOnceWith({ address: "#/session/s/1" });
  // A panel that comes just then was open before, or is another one.
  const late = panel(4);
  set.lead.greet(late);
  expect(late.send).not.toHaveBeenCalled();
});

describe("a panel that has not said its window yet", () => {
  const unsaid = () => ({
    windowId: undefined as number | undefined,
    tabId: undefined,
    isShownIn: () => true,
    send: vi.fn(),
  });

  test("shows the session as soon as it has, and nothing else is opened", async () => {
    const set = setUp();
    const early = unsaid();
    set.panels.add(early);
    set.lead.to({ key: "s/1", request: "per_1" }, 4);
    set.lead.settle();
    expect(early.send).not.toHaveBeenCalled();
    early.windowId = 4;
    set.lead.settle();
    set.lead.settle();
    expect(early.send).toHaveBeenCalledExactlyOnceWith({ type: "show", key: "s/1", request: "per_1" });
    await set.done();
    expect(set.showWindow).toHaveBeenCalledExactlyOnceWith(4, undefined);
    expect(set.openPanel).not.toHaveBeenCalled();
    expect(set.openInTab).not.toHaveBeenCalled();
    // What comes later was not opened for this.
    const later = panel(5);
    set.lead.greet(later);
    expect(later.send).not.toHaveBeenCalled();
  });

  test("is waited for where it may be the window's own; else another one shows it", () => {
    const set = setUp();
    const [other, early] = [panel(1), unsaid()];
    set.panels.add(other).add(early);
    set.lead.to({ key: "s/1" }, 2);
    expect(other.send).not.toHaveBeenCalled();
    early.windowId = 2;
    set.lead.settle();
    expect(early.send).toHaveBeenCalledExactlyOnceWith({ type: "show", key: "s/1" });

    early.windowId = undefined;
    set.lead.to({ key: "s/2" }, 3);
    early.windowId = 2;
    set.lead.settle();
    expect(other.send).toHaveBeenCalledExactlyOnceWith({ type: "show", key: "s/2" });
  });

  test("and goes leaves it to another one, or to a tab; the latest click counts", async () => {
    const set = setUp();
    const early = unsaid();
    set.panels.add(early);
    set.lead.to({ key: "s/1" }, 4);
    set.lead.to({ key: "s/2" }, 4);
    set.panels.delete(early);
    set.lead.settle();
    await set.done();
    expect(set.openInTab).toHaveBeenCalledExactlyOnceWith({ address: "#/session/s/2" });
  });
});
