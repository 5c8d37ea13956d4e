import type { OutboxEntry } from "../../lib/model";

/** What a card says of its queue; empty without one. */
export function queuedWords(queue: readonly Pick<OutboxEntry, "state">[]): string {
  if (queue.length === 0) return "";
  return `${queue.length} ${queue.some((entry) => entry.state === "held") ? "held" : "queued"}`;
}
