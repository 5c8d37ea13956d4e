import { isGrowing, type MessageId, type Part, type Transcript } from "../../../lib/model";

/** The newest part of the agent's newest message; a prompt that waits behind it does not count. */
export function lastPart(transcript: Transcript): Part | undefined {
  const id: MessageId | undefined = transcript.messageIds.findLast(
    (messageId) => transcript.messages[messageId]?.role === "assistant",
  );
  const ids = id === undefined ? undefined : transcript.partIds[id];
  const last = ids?.at(-1);
  return last === undefined ? undefined : transcript.parts[last];
}

/** Whether words are arriving at the end right now. */
export function isStreaming(transcript: Transcript): boolean {
  const part = lastPart(transcript);
  return part !== undefined && isGrowing(part) && part.endedAt === undefined && part.text !== "";
}

/**
 * Whether the last thing on show tells by itself that the agent works: a growing text, a thought, a running tool.
 *
 * @param hidesThoughts thoughts are not shown
 */
export function showsWork(transcript: Transcript, hidesThoughts = false): boolean {
  const part = lastPart(transcript);
  if (!part) return false;
  if (part.type === "tool") return part.state.status === "running" || part.state.status === "pending";
  if (part.type === "reasoning") return !hidesThoughts && part.endedAt === undefined;
  return isStreaming(transcript);
}

/** When the user spoke last, ms since the epoch; the wait for an answer counts from there. */
export function askedAt(transcript: Transcript): number | undefined {
  for (let at = transcript.messageIds.length - 1; at >= 0; at--) {
    const message = transcript.messages[transcript.messageIds[at] ?? ""];
    if (message?.role === "user") return message.createdAt;
  }
  return undefined;
}
