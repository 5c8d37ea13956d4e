import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createKeepAlive } from "../../../lib/platform/keepalive";

vi.mock("wxt/browser", () => ({ browser: {} }));

describe("keeping the background alive", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("calls the browser at once and then every 20 seconds while held", () => {
    const call = vi.fn(async () => {});
    const release = createKeepAlive(call).hold();
    expect(call).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60_000);
    expect(call).toHaveBeenCalledTimes(4);
    release();
    vi.advanceTimersByTime(600_000);
    expect(call).toHaveBeenCalledTimes(4);
  });

  test("has no timer before it is held and after it was released", () => {
    const keepAlive = createKeepAlive(async () => {});
    expect([keepAlive.held, vi.getTimerCount()]).toEqual([false, 0]);
    const release = keepAlive.hold();
    expect([keepAlive.held, vi.getTimerCount()]).toEqual([true, 1]);
    release();
    expect([keepAlive.held, vi.getTimerCount()]).toEqual([false, 0]);
  });

  test("goes on until the last holder released, each counting once", () => {
    const keepAlive = createKeepAlive(async () => {});
    const first = keepAlive.hold();
    const second = keepAlive.hold();
    first();
    first();
    expect([keepAlive.held, vi.getTimerCount()]).toEqual([true, 1]);
    second();
    expect([keepAlive.held, vi.getTimerCount()]).toEqual([false, 0]);
  });

  test("can be held again", () => {
    const call = vi.fn(async () => {});
    const keepAlive = createKeepAlive(call);
    keepAlive.hold()();
    keepAlive.hold();
    expect(call).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(1);
  });

  test("survives a call that fails", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const call = vi.fn(async () => {
      throw new Error("gone");
    });
    createKeepAlive(call).hold();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(call).toHaveBeenCalledTimes(2);
    expect(warn).toHaveBeenCalledTimes(2);
  });
});
