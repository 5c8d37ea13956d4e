import { vi } from "vitest";
import type { Surroundings } from "../../lib/sync/surroundings";
import type { SimulatedServer } from "./simulated-server";

/**
 * Surroundings of a simulated server whose time is that of vitest's fake timers: `vi.useFakeTimers` comes first. Chance is
 * none, so that every wait is its longest.
 */
export function simulateSurroundings(server: Pick<SimulatedServer, "fetch">) {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const network = { isOnline: true, mayReach: true };
  const surroundings: Surroundings = {
    fetch: server.fetch,
    now: () => Date.now(),
    mayReach: async () => network.mayReach,
    timer(ms, run) {
      const id = setTimeout(() => {
        timers.delete(id);
        run();
      }, ms);
      timers.add(id);
      return () => {
        timers.delete(id);
        clearTimeout(id);
      };
    },
    random: () => 0,
    isOnline: () => network.isOnline,
  };
  return { surroundings, network, /** How many timers are set. */ timers: () => timers.size };
}

/** Fakes what the program waits on, and not what the test itself waits on. */
export function useSimulatedTime(now = 1_795_000_000_000): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now });
}

/** Lets everything happen that needs no time, then what is due within `ms`. */
export async function pass(ms = 0): Promise<void> {
  await settle();
  let left = ms;
  while (left > 0) {
    const step = Math.min(left, 200);
    await vi.advanceTimersByTimeAsync(step);
    await settle();
    left -= step;
  }
}

/** Lets time pass until something is so, a minute at the most. */
export async function passUntil(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 50) {
    if (waited > 60_000) throw new Error(`not within a minute: ${condition}`);
    await pass(50);
  }
}

/** Streams and crypto answer from outside the microtask queue: a few turns of the event loop. */
export async function settle(turns = 8): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}
