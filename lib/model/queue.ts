import { type SessionKey, splitSessionKey } from "./ids";
import type { OutboxEntry } from "./prompt";
import { isRunning } from "./server";
import type { State } from "./state";

/** Whether a prompt has not been handed over, because it waits: for the end of a run, or for the user. */
export function isWaiting({ state }: Pick<OutboxEntry, "state">): boolean {
  return state === "queued" || state === "held";
}

/** Whether a prompt can be taken back, because it was certainly not handed over: it waits, or that went wrong. */
export function isUnsent(entry: Pick<OutboxEntry, "state">): boolean {
  return isWaiting(entry) || entry.state === "not-sent";
}

/** The prompts of a session that wait, in the order in which they go. */
export function queueOf(outbox: readonly OutboxEntry[], key: SessionKey): OutboxEntry[] {
  return outbox.filter((entry) => entry.key === key && isWaiting(entry));
}

/** Whether a new prompt has to wait for its turn: the agent works, or another one goes first. */
export function mustWait({ servers, outbox }: Pick<State, "servers" | "outbox">, key: SessionKey): boolean {
  const { server, session } = splitSessionKey(key);
  const held = servers[server];
  if (held && isRunning(held, session)) return true;
  return outbox.some((entry) => entry.key === key && entry.state !== "held" && entry.state !== "not-sent");
}

/**
 * The outbox with a waiting prompt moved among those of its session, by so many places; the others keep their order. Beyond
 * either end it goes no further.
 */
export function moveInQueue(outbox: readonly OutboxEntry[], entry: OutboxEntry, by: number): OutboxEntry[] {
  const queue = queueOf(outbox, entry.key);
  const from = queue.indexOf(entry);
  const to = Math.min(queue.length - 1, Math.max(0, from + by));
  if (from === -1) return [...outbox];
  queue.splice(to, 0, ...queue.splice(from, 1));
  const waiting = new Set(queue);
  return outbox.map((one) => (waiting.has(one) ? (queue.shift() ?? one) : one));
}
