import type { MessageId } from "../../../lib/model";

/** How many messages are put on the page at once; more when the reader goes up. */
export const STEP = 40;

/** Index of the first message on the page: `from` if it is still there, and never so late that fewer than `STEP` show. */
export function startOf(ids: readonly MessageId[], from: MessageId | undefined): number {
  const at = from === undefined ? -1 : ids.indexOf(from);
  const latest = Math.max(0, ids.length - STEP);
  return at >= 0 ? Math.min(at, latest) : latest;
}

/** The message to begin with after one step back. */
export function stepBack(ids: readonly MessageId[], from: MessageId | undefined): MessageId | undefined {
  return ids[Math.max(0, startOf(ids, from) - STEP)];
}

/** The ids that may be shown: nothing from `revertedFrom` on. */
export function withoutReverted(ids: readonly MessageId[], revertedFrom: MessageId | undefined): readonly MessageId[] {
  const at = revertedFrom === undefined ? -1 : ids.indexOf(revertedFrom);
  return at < 0 ? ids : ids.slice(0, at);
}
