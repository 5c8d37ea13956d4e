import { isGrowing, type MessageWithParts, type Part, type Transcript } from "../model";
import { bytesOf } from "../storage/bytes";
import type { StoredTranscript } from "../storage/transcripts";

/** Messages of a transcript that are kept. */
const KEPT_MESSAGES = 40;
/** Bytes of a copy, after which no older message goes in. */
export const KEPT_BYTES = 300_000;
/** Characters that go into a copy of what was written, and of each text in a call or what it told. */
const KEPT_WORDS = 60_000;
const KEPT_OUTPUT = 20_000;
/** Bytes of a single part; one of more, its texts cut already, stays out. */
const KEPT_PART = 200_000;

/**
 * The end of a transcript as it is kept for the time without its server: as many messages as there is room for, and always
 * something of the newest. What is longer than a copy has room for is cut; the server hands it out whole.
 */
export function savedPage(transcript: Transcript): StoredTranscript {
  const { messageIds, messages } = transcript;
  const kept: MessageWithParts[] = [];
  let room = KEPT_BYTES;
  for (let at = messageIds.length - 1; at >= 0 && kept.length < KEPT_MESSAGES; at--) {
    const message = messages[messageIds[at] ?? ""];
    if (!message) continue;
    const found = partsOf(transcript, message.id, room);
    if (!found.isWhole && kept.length > 0) break;
    kept.push({ message, parts: found.parts });
    room -= found.bytes + bytesOf(message);
  }
  kept.reverse();
  // The server's cursor belongs to the first message held; it is of no use for a later one.
  const isWhole = kept.length === messageIds.length;
  if (!isWhole || transcript.olderCursor === undefined) return { messages: kept };
  return { messages: kept, olderCursor: transcript.olderCursor };
}

/** The last parts of a message that there is room for. */
function partsOf({ partIds, parts }: Transcript, id: string, room: number) {
  const kept: Part[] = [];
  let bytes = 0;
  for (const partId of [...(partIds[id] ?? [])].reverse()) {
    const part = parts[partId];
    const saved = part && cut(part);
    const size = saved ? bytesOf(saved) : 0;
    if (!saved || size > KEPT_PART) continue;
    if (bytes + size > room) return { parts: kept.reverse(), bytes, isWhole: false };
    kept.push(saved);
    bytes += size;
  }
  return { parts: kept.reverse(), bytes, isWhole: true };
}

function cut(part: Part): Part {
  if (isGrowing(part)) return { ...part, text: cutText(part.text, KEPT_WORDS) };
  if (part.type === "tool") return { ...part, state: cutTexts(part.state) };
  return part.type === "unknown" ? { ...part, raw: cutTexts(part.raw) } : part;
}

function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  // Not through the middle of a character of two units.
  return `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "")}\n…`;
}

/** The same with every text in it cut. */
function cutTexts<T>(value: T): T {
  if (typeof value === "string") return cutText(value, KEPT_OUTPUT) as T & string;
  if (Array.isArray(value)) return value.map(cutTexts) as T & unknown[];
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cutTexts(inner)])) as T & object;
}
