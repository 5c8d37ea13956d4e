import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startWatchdog } from "../../../lib/sync/watchdog";
import { simulateServer } from "../../support/simulated-server";
import { simulateSurroundings, useSimulatedTime } from "../../support/surroundings";

beforeEach(() => useSimulatedTime());
afterEach(() => vi.useRealTimers());

function setUp(patience: number) {
  const { surroundings, timers } = simulateSurroundings(simulateServer());
  const bark = vi.fn();
  return { bark, timers, watchdog: startWatchdog(surroundings, patience, bark) };
}
const changeClock = (by: number) => vi.setSystemTime(Date.now() + by);

it("barks once, after a silence of the length it was last told", () => {
  const { bark, watchdog, timers } = setUp(10_000);
  vi.advanceTimersByTime(9_999);
  watchdog.feed(25_000);
  vi.advanceTimersByTime(24_999);
  expect(bark).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(bark.mock.calls).toEqual([["silence"]]);
  vi.advanceTimersByTime(60_000);
  expect(bark).toHaveBeenCalledOnce();
  expect(timers()).toBe(0);
});

it("is quiet once stopped", () => {
  const { bark, watchdog, timers } = setUp(1_000);
  watchdog.stop();
  vi.advanceTimersByTime(60_000);
  expect(bark).not.toHaveBeenCalled();
  expect(timers()).toBe(0);
});

it("is fed without a new timer for each bite", () => {
  const { watchdog, timers } = setUp(25_000);
  const before = vi.getTimerCount();
  for (let bite = 0; bite < 1_000; bite++) watchdog.feed(25_000);
  expect([timers(), vi.getTimerCount()]).toEqual([1, before]);
  watchdog.stop();
});

it.each([60_000, 3_600_000])(
  "notices within five seconds that the device slept for %d ms while timers stood still",
  (ms) => {
    const { bark, watchdog } = setUp(25_000);
    vi.advanceTimersByTime(12_000);
    watchdog.feed(25_000);
    changeClock(ms);
    vi.advanceTimersByTime(5_000);
    expect(bark.mock.calls).toEqual([["sleep"]]);
  },
);

it("takes neither a timer that is a little late for a sleep, nor a clock that is set right", () => {
  const { bark, watchdog } = setUp(25_000);
  for (const by of [3_000, -3_000, -3_600_000]) {
    changeClock(by);
    vi.advanceTimersByTime(9_000);
    watchdog.feed(25_000);
  }
  expect(bark).not.toHaveBeenCalled();
  watchdog.stop();
});

it.each([-20_000, -3_600_000])("notices a silence in time although the clock is set by %d ms meanwhile", (by) => {
  const { bark } = setUp(25_000);
  vi.advanceTimersByTime(22_000);
  changeClock(by);
  vi.advanceTimersByTime(2_900);
  expect(bark).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(bark.mock.calls).toEqual([["silence"]]);
});
