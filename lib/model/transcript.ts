import type { MessageId, PartId } from "./ids";
import type { Message } from "./message";
import { isGrowing, type Part } from "./part";

/** A message with its parts as servers hand it over. */
export interface MessageWithParts {
  message: Message;
  parts: Part[];
}

/** What is held of a session's messages. */
export interface Transcript {
  /** Ascending by `Message.order`. A message is here once its header has arrived. */
  messageIds: MessageId[];
  messages: Record<MessageId, Message>;
  /** Ids of a message's parts, ascending by `Part.order`; may exist before the message does. */
  partIds: Record<MessageId, PartId[]>;
  parts: Record<PartId, Part>;
  /** Text that arrived for parts which have not arrived themselves. */
  early: Record<PartId, string>;
  /**
   * `none`: only what the stream brought; `cached`: from storage, not refreshed since; `fresh`: the newest page was
   * fetched on this connection; `stale`: it was on an earlier one, and could not be on this one.
   */
  loaded: "none" | "cached" | "fresh" | "stale";
  /** Where the next older page begins; absent when the first message is held or nothing was fetched. */
  olderCursor?: string;
}

export function emptyTranscript(): Transcript {
  return { messageIds: [], messages: {}, partIds: {}, parts: {}, early: {}, loaded: "none" };
}

/** Whether a text is held that has not ended, as far as is known. */
export function hasOpenText(transcript: Transcript): boolean {
  return Object.values(transcript.parts).some((part) => isGrowing(part) && part.endedAt === undefined);
}

/** The message after one, reverted or not; `undefined` after the last. */
export function nextAfter({ messageIds }: Transcript, id: MessageId): MessageId | undefined {
  return messageIds[messageIds.indexOf(id) + 1];
}
