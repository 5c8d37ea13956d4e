import { createParser } from "eventsource-parser";
import { FaultError } from "../model";

/** Longest line taken, in characters: more is a broken or hostile server, and the stream is given up. */
const MAX_LINE = 32 * 1024 * 1024;

export interface SseHandlers {
  onBytes(count: number): void;
  /** The `data` of an event, parsed as JSON. */
  onData(data: unknown): void;
  /** Data that is not JSON. */
  onMalformed(): void;
}

/**
 * Reads server-sent events (WHATWG HTML, section 9.2) until the body ends.
 *
 * @throws FaultError `unreachable` when the body breaks off, `server-fault` when a line is too long, and what ended its request
 */
export async function readEvents(body: ReadableStream<Uint8Array>, handlers: SseHandlers): Promise<void> {
  let overflow = false;
  const parser = createParser({
    maxBufferSize: MAX_LINE,
    onError(error) {
      overflow ||= error.type === "max-buffer-size-exceeded";
    },
    onEvent({ data }) {
      let parsed: unknown;
      try {
        parsed = JSON.parse(data);
      } catch {
        handlers.onMalformed();
        return;
      }
      handlers.onData(parsed);
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(brokenOff);
      if (done) return;
      handlers.onBytes(value.byteLength);
      parser.feed(decoder.decode(value, { stream: true }));
      if (overflow) throw new FaultError({ kind: "server-fault", detail: "an event is too large" });
    }
  } finally {
    // Releases the connection when a handler threw; cancelling a stream that has ended does nothing.
    await reader.cancel().catch(() => undefined);
  }
}

/** A connection that breaks while its body is read is a `TypeError` (Fetch, section 2.2.4), as is every error of the network. */
function brokenOff(error: unknown): never {
  if (error instanceof TypeError) throw new FaultError({ kind: "unreachable", detail: "the event stream broke off" });
  throw error;
}
