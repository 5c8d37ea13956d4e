import type { MessageId, PartId } from "./ids";
import type { Message } from "./message";
import { type GrowingPart, isGrowing, type Part } from "./part";
import { emptyTranscript, type MessageWithParts, type Transcript } from "./transcript";

/** Inserts `id` so that `ids` stays ascending by `orderOf`; ids that are there already keep their place. */
function insertSorted(ids: string[], id: string, orderOf: (id: string) => string): void {
  if (ids.lastIndexOf(id) >= 0) return;
  const order = orderOf(id);
  let at = ids.length;
  // New ids nearly always belong at the end.
  while (at > 0 && orderOf(ids[at - 1] ?? "") > order) at--;
  ids.splice(at, 0, id);
}

/**
 * A message keeps the earliest time it was ever given: a prompt that reaches the server twice (a browser may repeat a request
 * whose connection broke) is announced with the second time, but keeps its place there [measured on 1.18.33].
 */
export function upsertMessage(transcript: Transcript, message: Message): void {
  const held = transcript.messages[message.id];
  const { order, createdAt } = held && held.order < message.order ? held : message;
  transcript.messages[message.id] = { ...message, order, createdAt };
  if (held && order >= held.order) return;
  if (held) transcript.messageIds.splice(transcript.messageIds.indexOf(message.id), 1);
  insertSorted(transcript.messageIds, message.id, (id) => transcript.messages[id]?.order ?? "");
}

export function removeMessage(transcript: Transcript, messageId: MessageId): void {
  for (const partId of transcript.partIds[messageId] ?? []) delete transcript.parts[partId];
  delete transcript.partIds[messageId];
  delete transcript.messages[messageId];
  const at = transcript.messageIds.indexOf(messageId);
  if (at >= 0) transcript.messageIds.splice(at, 1);
}

/**
 * What a growing part's text is, given what is held and what came whole. An ended text is final. Of two open ones the
 * longer wins if it continues the other: the server stores a growing text only when it ends, so a fetched one is
 * empty while words stream [measured]; otherwise the server's counts.
 */
function mergeGrowing(held: Part | undefined, incoming: GrowingPart): GrowingPart {
  if (incoming.endedAt !== undefined || !held || held.type !== incoming.type) return incoming;
  if (held.endedAt !== undefined) return held;
  if (!held.text.startsWith(incoming.text)) return incoming;
  const merged: GrowingPart = { ...incoming, text: held.text };
  if (held.gapAt !== undefined) merged.gapAt = held.gapAt;
  return merged;
}

export function upsertPart(transcript: Transcript, part: Part): void {
  let next = part;
  if (isGrowing(part)) {
    const merged = mergeGrowing(transcript.parts[part.id], part);
    const early = transcript.early[part.id];
    // A copy: the event may still wait to be sent to panels, and must not grow with the text.
    next = { ...merged };
    if (early !== undefined && merged.endedAt === undefined) next.text += early;
  }
  delete transcript.early[part.id];
  transcript.parts[part.id] = next;
  transcript.partIds[part.messageId] ??= [];
  insertSorted(transcript.partIds[part.messageId] ?? [], part.id, (id) => transcript.parts[id]?.order ?? "");
}

export function removePart(transcript: Transcript, messageId: MessageId, partId: PartId): void {
  delete transcript.parts[partId];
  delete transcript.early[partId];
  const ids = transcript.partIds[messageId];
  const at = ids?.indexOf(partId) ?? -1;
  if (at >= 0) ids?.splice(at, 1);
}

export function appendDelta(transcript: Transcript, partId: PartId, delta: string): void {
  const part = transcript.parts[partId];
  if (!part) {
    transcript.early[partId] = (transcript.early[partId] ?? "") + delta;
  } else if (isGrowing(part) && part.endedAt === undefined) {
    part.text += delta;
  }
}

/** Marks every open text: what comes next may not continue it. */
export function markGap(transcript: Transcript): void {
  transcript.early = {};
  for (const part of Object.values(transcript.parts)) {
    if (isGrowing(part) && part.endedAt === undefined && part.gapAt === undefined) part.gapAt = part.text.length;
  }
}

/** An open part nobody has streamed to us: what was said of it before now may be missing. */
function withUnknownBeginning(part: Part): Part {
  return isGrowing(part) && part.endedAt === undefined && part.gapAt === undefined
    ? { ...part, gapAt: part.text.length }
    : part;
}

/**
 * @param mayGrow Whether an open part may still grow: something runs there, or nobody has asked yet.
 */
function mergeMessage(transcript: Transcript, { message, parts }: MessageWithParts, mayGrow: boolean): void {
  upsertMessage(transcript, message);
  const sent = new Set(parts.map((part) => part.id));
  for (const partId of [...(transcript.partIds[message.id] ?? [])]) {
    if (!sent.has(partId)) removePart(transcript, message.id, partId);
  }
  for (const part of parts) {
    // Where nothing runs, what the server has is all there will ever be: a text it never finished is lost there too.
    if (!mayGrow) {
      delete transcript.parts[part.id];
      delete transcript.early[part.id];
    }
    upsertPart(transcript, mayGrow && !transcript.parts[part.id] ? withUnknownBeginning(part) : part);
  }
}

/** Puts a page at the beginning in one go: one by one would cost the square of a long conversation's length. */
function putBefore(transcript: Transcript, messages: MessageWithParts[]): void {
  const first = transcript.messages[transcript.messageIds[0] ?? ""]?.order;
  const before = messages.filter(({ message }) => first === undefined || message.order < first);
  const fresh = before.filter(({ message }) => !transcript.messages[message.id]);
  for (const { message } of fresh) transcript.messages[message.id] = message;
  transcript.messageIds = [...fresh.map(({ message }) => message.id), ...transcript.messageIds];
}

/** Held without a hole: page by page from the server, and what its stream told since. */
const FETCHED: ReadonlySet<Transcript["loaded"]> = new Set(["fresh", "stale"]);

/**
 * Puts a fetched page in. A newest page is the truth for its range: what it does not have was removed at the server.
 * Where it does not touch what is held (more than a page happened meanwhile), the older messages go too: a
 * conversation is never shown with a hole in it.
 */
export function mergePage(
  transcript: Transcript,
  page: "newest" | "older" | "cached",
  messages: MessageWithParts[],
  olderCursor: string | undefined,
  isRunning: boolean,
): void {
  const touches = messages.some(({ message }) => transcript.messages[message.id]);
  let reachesBack = false;
  if (page !== "older") {
    const sent = new Set(messages.map(({ message }) => message.id));
    const first = messages[0]?.message.order ?? "";
    for (const id of [...transcript.messageIds]) {
      if (sent.has(id)) continue;
      const isContiguous = FETCHED.has(transcript.loaded) && touches && olderCursor !== undefined;
      const isOlder = isContiguous && (transcript.messages[id]?.order ?? "") < first;
      if (isOlder) reachesBack = true;
      else removeMessage(transcript, id);
    }
  }
  if (page === "older") putBefore(transcript, messages);
  for (const entry of messages) mergeMessage(transcript, entry, isRunning || page === "cached");
  if (page !== "older") transcript.loaded = page === "cached" ? "cached" : "fresh";
  if (reachesBack) return;
  if (olderCursor === undefined) delete transcript.olderCursor;
  else transcript.olderCursor = olderCursor;
}

export function transcriptOf(transcripts: Record<string, Transcript>, sessionId: string): Transcript {
  transcripts[sessionId] ??= emptyTranscript();
  return transcripts[sessionId] ?? emptyTranscript();
}
