import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isGrowing, type MessageWithParts, type Part, reduce, type WireEvent } from "../../../lib/model";
import { decodeMessage } from "../../../lib/opencode/v1/decode";
import { decodePart } from "../../../lib/opencode/v1/decode-part";
import { loadRecording, type Recording, recordingFile } from "../../support/recording/recording";
import { decodeRecorded, listed, replay } from "../../support/replay";

const NAMES = readdirSync(dirname(fileURLToPath(recordingFile("any"))))
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length));

/** What the server stored of a session, through the same decoding as a fetched page. */
function stored(session: Recording["sessions"][number]): MessageWithParts[] {
  return session.messages.map(({ info, parts }) => {
    const message = decodeMessage(info);
    if (!message) throw new Error("a recorded message is not understood");
    return { message, parts: parts.flatMap((part) => decodePart(part) ?? []) };
  });
}

/**
 * Texts and tool states: what a reader sees. Times and the like may be told later than the last event recorded. A text
 * that never ends, because its provider broke off, the server stores as empty: only a fetch can tell.
 */
function shown(messages: MessageWithParts[]) {
  return messages.map(({ message, parts }) => ({
    id: message.id,
    role: message.role,
    parts: parts.filter(isWhole).map((part) => ("text" in part ? { id: part.id, text: part.text } : part)),
  }));
}

function isWhole(part: Part): boolean {
  return !isGrowing(part) || part.endedAt !== undefined;
}

/** The sessions whose life the stream told from its beginning; a few recordings join in later. */
function toldWhole(recording: Recording): Recording["sessions"] {
  const first = JSON.stringify(recording.events.slice(0, 6));
  return recording.sessions.filter(({ messages }) => first.includes(`"id":"${messages[0]?.info.id}"`));
}

/** Reproducible "random" numbers (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe.each(NAMES)("recording %s", (name) => {
  it("is understood whole", async () => {
    const recording = await loadRecording(name);
    const { events, skipped } = decodeRecorded(recording.events);
    expect(skipped).toEqual([]);
    expect(events.length).toBeGreaterThan(0);
  });

  it("leads to what the server stored", async () => {
    const recording = await loadRecording(name);
    const server = replay(decodeRecorded(recording.events).events);
    for (const session of toldWhole(recording)) {
      expect(shown(listed(server, session.session.id))).toEqual(shown(stored(session)));
    }
  });

  it("leads there too when every event comes twice", async () => {
    const recording = await loadRecording(name);
    const { events } = decodeRecorded(recording.events);
    const twice = events.flatMap<WireEvent>((event) => (event.type === "part.delta" ? [event] : [event, event]));
    const server = replay(twice);
    for (const session of toldWhole(recording)) {
      expect(shown(listed(server, session.session.id))).toEqual(shown(stored(session)));
    }
  });

  it("leads there from the stored page alone, whenever it is fetched", async () => {
    const recording = await loadRecording(name);
    const { events } = decodeRecorded(recording.events);
    const random = numbers(NAMES.indexOf(name) + 1);
    for (const session of recording.sessions) {
      const cut = Math.floor(random() * events.length);
      const server = replay(events.slice(0, cut));
      reduce(server, { type: "stream.gap" });
      reduce(server, { type: "statuses.replaced", directory: recording.directory, statuses: {} });
      for (const id of Object.keys(server.statuses)) reduce(server, idle(id));
      const messages = stored(session);
      reduce(server, { type: "transcript.page", sessionId: session.session.id, page: "newest", messages });
      expect(listed(server, session.session.id)).toEqual(messages);
    }
  });

  it("survives any disorder of a few events", async () => {
    const recording = await loadRecording(name);
    const { events } = decodeRecorded(recording.events);
    for (let seed = 1; seed <= 20; seed++) {
      const server = replay(shuffledNearby(events, numbers(seed)));
      for (const session of toldWhole(recording)) {
        // What was removed late may stay, and a status may be the older one; the words must be there.
        const wanted = stored(session).flatMap(({ parts }) =>
          parts.filter(isWhole).flatMap((part) => ("text" in part ? part.text : [])),
        );
        const texts = listed(server, session.session.id).flatMap(({ parts }) =>
          parts.filter(isWhole).flatMap((part) => ("text" in part ? part.text : [])),
        );
        expect(texts.toSorted()).toEqual(wanted.toSorted());
      }
    }
  });
});

function idle(sessionId: string): WireEvent {
  return { type: "session.status", sessionId, status: { type: "idle" } };
}

/** Swaps neighbours of different parts, so that deltas come before their part and parts before their message. */
function shuffledNearby(events: WireEvent[], random: () => number): WireEvent[] {
  const shuffled = [...events];
  for (let at = 1; at < shuffled.length; at++) {
    const [before, here] = [shuffled[at - 1], shuffled[at]];
    if (!before || !here || random() < 0.5) continue;
    // Two deltas of one part, or two whole versions of one thing, have no other order than theirs.
    if (before.type === here.type) continue;
    if (here.type === "part.upserted" && "text" in here.part && here.part.endedAt !== undefined) continue;
    if (before.type === "part.upserted" && before.part.type === "text" && before.part.endedAt === undefined) {
      // The empty part and its first delta may change places.
      if (here.type === "part.delta" && here.partId !== before.part.id) continue;
    }
    shuffled[at - 1] = here;
    shuffled[at] = before;
  }
  return shuffled;
}

describe("the recordings", () => {
  it("tell most lives from their beginning", async () => {
    const recordings = await Promise.all(NAMES.map(loadRecording));
    expect(recordings.filter((recording) => toldWhole(recording).length > 0).length).toBeGreaterThanOrEqual(15);
  });
});
