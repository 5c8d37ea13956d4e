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

/**
 * The files that the turns from a message on have changed, each once, in order: a revert to it makes them again what they
 * were before. None are known where the server takes no snapshots; it undoes none then either.
 */
export function undoneFiles({ messageIds, partIds, parts }: Transcript, from: MessageId | undefined): string[] {
  const reverted = messageIds.slice(withoutReverted(messageIds, from).length);
  const files = reverted.flatMap((id) =>
    (partIds[id] ?? []).flatMap((partId) => {
      const part = parts[partId];
      return part?.type === "patch" ? part.files : [];
    }),
  );
  return [...new Set(files)];
}

/** How many messages a revert hides: the user's, and answers, each with all of its steps. */
export function revertedTurns({ messageIds, messages }: Transcript, revertedFrom: MessageId | undefined): number {
  const hidden = messageIds.slice(withoutReverted(messageIds, revertedFrom).length);
  return [...placesOf(hidden, messages).values()].filter((place) => place.first).length;
}
