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

/** Messages that follow each other, with their parts. */
export type TranscriptSlice = Pick<Transcript, "messageIds" | "messages" | "partIds" | "parts">;

export function emptyTranscript(): Transcript {
  return { messageIds: [], messages: {}, partIds: {}, parts: {}, early: {}, loaded: "none" };
}

function isOpenText(part: Part | undefined): boolean {
  return part !== undefined && isGrowing(part) && part.endedAt === undefined;
}

/** Whether a text is held that has not ended, as far as is known. */
export function hasOpenText(transcript: Transcript): boolean {
  return Object.values(transcript.parts).some(isOpenText);
}

/** Whether nothing is held but texts that have not ended, and their messages. */
export function isOnlyOpenText({ messageIds, partIds, parts }: Transcript): boolean {
  const hasParts = messageIds.every((id) => (partIds[id] ?? []).length > 0);
  return hasParts && Object.values(parts).every(isOpenText);
}

/**
 * What nobody else has of a transcript: the texts that have not ended, with their messages, and what has come for parts that
 * have not. The rest is fetched when it is opened.
 */
export function openTextsOf(transcript: Transcript): Transcript {
  const kept: Transcript = { ...emptyTranscript(), early: transcript.early };
  for (const [messageId, ids] of Object.entries(transcript.partIds)) {
    const open = ids.filter((id) => isOpenText(transcript.parts[id]));
    if (open.length === 0) continue;
    kept.partIds[messageId] = open;
    for (const id of open) {
      const part = transcript.parts[id];
      if (part) kept.parts[id] = part;
    }
    const message = transcript.messages[messageId];
    if (message) kept.messages[messageId] = message;
  }
  kept.messageIds = transcript.messageIds.filter((id) => kept.messages[id]);
  return kept;
}

/** The message after one, reverted or not; `undefined` after the last. */
export function nextAfter({ messageIds }: Transcript, id: MessageId): MessageId | undefined {
  return messageIds[messageIds.indexOf(id) + 1];
}
