import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startWatchdog } from "../../../lib/sync/watchdog";
import { simulateServer } from "../../support/simulated-server";
import { simulateSurroundings, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

it("barks once, after a silence of the length it was last told", () => {
  const { surroundings, timers } = simulateSurroundings(simulateServer());
  const bark = vi.fn();
  const watchdog = startWatchdog(surroundings, 1000, bark);
  vi.advanceTimersByTime(999);
  watchdog.feed(5000);
  vi.advanceTimersByTime(4999);
  expect(bark).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(bark).toHaveBeenCalledOnce();
  expect(timers()).toBe(0);
});

it("is quiet once stopped", () => {
  const { surroundings, timers } = simulateSurroundings(simulateServer());
  const bark = vi.fn();
  startWatchdog(surroundings, 1000, bark).stop();
  vi.advanceTimersByTime(60_000);
  expect(bark).not.toHaveBeenCalled();
  expect(timers()).toBe(0);
});
