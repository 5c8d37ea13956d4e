import {
  emptyServer,
  type MessageWithParts,
  reduce,
  type Server,
  type ServerEvent,
  type WireEvent,
} from "../../lib/model";
import { decodeEvent } from "../../lib/opencode/v1/decode-event";

/** A server nobody has heard of yet. */
export function newServer(): Server {
  return emptyServer({
    id: "s",
    name: "S",
    url: "http://127.0.0.1:1",
    hasPassword: false,
    headerNames: [],
    enabled: true,
  });
}

/** What the adapter makes of recorded payloads: events, and the kinds it did not know. */
export function decodeRecorded(raw: unknown[]): { events: WireEvent[]; skipped: string[] } {
  const events: WireEvent[] = [];
  const skipped: string[] = [];
  for (const payload of raw) {
    const event = decodeEvent(payload);
    if ("skipped" in event) skipped.push(event.skipped);
    else if (!("noise" in event)) events.push(event);
  }
  return { events, skipped };
}

export function replay(events: ServerEvent[], server = newServer()): Server {
  for (const event of structuredClone(events)) reduce(server, event);
  return server;
}

/** A transcript as a list, which is how servers hand it over. */
export function listed(server: Server, sessionId: string): MessageWithParts[] {
  const transcript = server.transcripts[sessionId];
  return (transcript?.messageIds ?? []).flatMap((id) => {
    const message = transcript?.messages[id];
    const parts = (transcript?.partIds[id] ?? []).flatMap((partId) => transcript?.parts[partId] ?? []);
    return message ? [{ message, parts }] : [];
  });
}
