import { setTimeout as pause } from "node:timers/promises";

/**
 * Looks again and again until the condition gives something truthy, and returns that. For what tells nobody when it
 * changes: an X server, another process. Where there is an event, wait for the event.
 *
 * @throws Error naming `what` when it has not happened within `timeout` milliseconds.
 */
export async function until<T>(
  condition: () => Promise<T> | T,
  what: string,
  { timeout = 30_000, interval = 50 }: { timeout?: number; interval?: number } = {},
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${timeout} ms`);
    await pause(interval);
  }
}
