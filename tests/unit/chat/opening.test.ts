// @vitest-environment jsdom
import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createOpening } from "../../../components/chat/create-opening";
import { FaultError, type FaultKind } from "../../../lib/model";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A session that is opened; every try meets the next of these faults, or works when there is none left. */
async function setUp(...faults: FaultKind[]) {
  const open = vi.fn(async () => {
    const kind = faults.shift();
    if (kind) throw new FaultError({ kind });
  });
  const [connected, setConnected] = createSignal(true);
  const [visible, setVisible] = createSignal(true);
  const [stale, setStale] = createSignal(false);
  const { opening, dispose } = createRoot((end) => ({
    opening: createOpening(open, { connected, visible, stale }),
    dispose: end,
  }));
  await vi.advanceTimersByTimeAsync(0);
  return { open, opening, setConnected, setVisible, setStale, dispose };
}

test("what failed for a passing reason is tried again, later and later", async () => {
  const { open, opening, dispose } = await setUp("timed-out", "server-fault");
  expect(opening.fault()?.kind).toBe("timed-out");
  await vi.advanceTimersByTimeAsync(2_000);
  expect([open.mock.calls.length, opening.fault()?.kind]).toEqual([2, "server-fault"]);
  await vi.advanceTimersByTimeAsync(3_999);
  expect(open).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1);
  expect([open.mock.calls.length, opening.fault()]).toEqual([3, undefined]);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(open).toHaveBeenCalledTimes(3);
  dispose();
});

test("what only the user can mend waits for the user", async () => {
  const { open, dispose } = await setUp("not-found");
  await vi.advanceTimersByTimeAsync(120_000);
  expect(open).toHaveBeenCalledTimes(1);
  dispose();
});

test("nothing is tried without a connection, and at once when there is one again", async () => {
  const { open, setConnected, dispose } = await setUp("unreachable");
  setConnected(false);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(open).toHaveBeenCalledTimes(1);
  setConnected(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(open).toHaveBeenCalledTimes(2);
  dispose();
});

test("a panel that cannot be seen asks for nothing", async () => {
  const { open, setVisible, dispose } = await setUp("timed-out");
  setVisible(false);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(open).toHaveBeenCalledTimes(1);
  dispose();
});

test("what the background could not fetch again is asked for at once, so that it can be said why", async () => {
  const { open, opening, setStale, dispose } = await setUp();
  open.mockRejectedValueOnce(new FaultError({ kind: "rejected-input" }));
  setStale(true);
  await vi.advanceTimersByTimeAsync(0);
  expect([open.mock.calls.length, opening.fault()?.kind]).toEqual([2, "rejected-input"]);
  dispose();
});
