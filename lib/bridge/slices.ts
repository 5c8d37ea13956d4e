import { sizeOfMessage, type Transcript, type TranscriptSlice } from "../model";

/** Characters of a transcript that go in one message: a port of Chromium takes 64 MiB, and everybody waits for each. */
export const SLICE_SIZE = 4_000_000;
/** Characters of a message besides its parts, about. */
const HEADER = 500;

/** The end of a transcript, and what is before it piece by piece, newest first. */
export interface Sliced {
  end: Transcript;
  before: TranscriptSlice[];
}

/** Cuts a transcript that is too large for one message; a single message is never cut. */
export function sliceTranscript(transcript: Transcript): Sliced {
  const ends: string[][] = [];
  let current: string[] = [];
  let size = 0;
  for (const id of [...transcript.messageIds].reverse()) {
    const own = HEADER + sizeOfMessage(transcript, id);
    if (current.length > 0 && size + own > SLICE_SIZE) {
      ends.push(current.reverse());
      current = [];
      size = 0;
    }
    current.push(id);
    size += own;
  }
  ends.push(current.reverse());
  const [last = [], ...rest] = ends;
  if (rest.length === 0) return { end: transcript, before: [] };
  const before = rest.map((ids) => sliceOf(transcript, ids));
  return { end: withoutSlices(transcript, last, before), before };
}

function sliceOf({ messages, partIds, parts }: Transcript, ids: string[]): TranscriptSlice {
  const slice: TranscriptSlice = { messageIds: ids, messages: {}, partIds: {}, parts: {} };
  for (const id of ids) {
    const message = messages[id];
    if (message) slice.messages[id] = message;
    const own = partIds[id];
    if (!own) continue;
    slice.partIds[id] = own;
    for (const partId of own) {
      const part = parts[partId];
      if (part) slice.parts[partId] = part;
    }
  }
  return slice;
}

/** What comes without a message yet belongs to the end. */
function withoutSlices(transcript: Transcript, messageIds: string[], slices: readonly TranscriptSlice[]): Transcript {
  const end: Transcript = {
    ...transcript,
    messageIds,
    messages: { ...transcript.messages },
    partIds: { ...transcript.partIds },
    parts: { ...transcript.parts },
  };
  for (const slice of slices) {
    for (const id of slice.messageIds) {
      delete end.messages[id];
      delete end.partIds[id];
    }
    for (const id of Object.keys(slice.parts)) delete end.parts[id];
  }
  return end;
}
