import { isWaiting, type MessageId, type OutboxEntry, type SessionKey, type Transcript } from "../../../lib/model";
import { placesOf } from "./turns";
import { withoutReverted } from "./window";

/** The prompts of a session that are on their way, or lost it, and that the conversation does not show as messages yet. */
export function pendingOf(outbox: readonly OutboxEntry[], key: SessionKey, transcript: Transcript): OutboxEntry[] {
  return outbox.filter(
    (entry) => entry.key === key && !isWaiting(entry) && !transcript.partIds[entry.prompt.messageId]?.length,
  );
}

/** The messages to show: none that is reverted, and none that still stands as a prompt on its way. */
export function idsOnShow(
  transcript: Transcript,
  revertedFrom: MessageId | undefined,
  pending: readonly OutboxEntry[],
): readonly MessageId[] {
  const ids = withoutReverted(transcript.messageIds, revertedFrom);
  if (pending.length === 0) return [...ids];
  const waiting = new Set(pending.map((entry) => entry.prompt.messageId));
  return ids.filter((id) => !waiting.has(id));
}

/** How many messages a revert hides: the user's, and answers, each with all of its steps. */
export function revertedTurns({ messageIds, messages }: Transcript, revertedFrom: MessageId | undefined): number {
  const hidden = messageIds.slice(withoutReverted(messageIds, revertedFrom).length);
  return [...placesOf(hidden, messages).values()].filter((place) => place.first).length;
}
