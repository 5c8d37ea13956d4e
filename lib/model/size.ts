import type { MessageId } from "./ids";
import { isGrowing, type Part } from "./part";
import type { Transcript } from "./transcript";

const known = new WeakMap<Part, number>();

/** Characters that a part holds. Counted once: an upsert puts another object in its place, and only a text grows where it is. */
export function sizeOfPart(part: Part): number {
  if (isGrowing(part)) return part.text.length;
  const held = known.get(part);
  if (held !== undefined) return held;
  const size = JSON.stringify(part).length;
  known.set(part, size);
  return size;
}

/** Characters that the parts of a message hold. */
export function sizeOfMessage({ partIds, parts }: Transcript, id: MessageId): number {
  let sum = 0;
  for (const partId of partIds[id] ?? []) {
    const part = parts[partId];
    if (part) sum += sizeOfPart(part);
  }
  return sum;
}

/** Characters that the parts of a transcript hold, with what has come for parts that have not. */
export function sizeOfTranscript({ parts, early }: Transcript): number {
  let sum = 0;
  for (const part of Object.values(parts)) sum += sizeOfPart(part);
  for (const text of Object.values(early)) sum += text.length;
  return sum;
}
