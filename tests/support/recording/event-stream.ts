import { createParser } from "eventsource-parser";
import * as v from "valibot";

const Envelope = v.looseObject({
  payload: v.looseObject({ type: v.string(), properties: v.optional(v.record(v.string(), v.unknown())) }),
});

export type Envelope = v.InferOutput<typeof Envelope>;
export type Payload = Envelope["payload"];

export interface EventStream {
  /** Everything that arrived, with its envelope. */
  events: readonly Envelope[];
  /** The bytes that arrived, as text. */
  raw: () => string;
  /** The first event, from index `from` on, that satisfies the condition: one that is there, or one to come. */
  until: (condition: (payload: Payload) => boolean, options?: { from?: number; timeout?: number }) => Promise<Payload>;
  /**
   * Resolves when events do arrive: `server.connected` is sent a moment before the server begins to pass events on, and
   * what happens in between is lost. `poke` must cause an event; it is called until one comes.
   */
  live: (poke: () => Promise<unknown>) => Promise<void>;
  /** Resolves when nothing but heartbeats has arrived for `silence` milliseconds. */
  quiet: (silence: number) => Promise<void>;
  close: () => Promise<void>;
}

/** Opens `GET /global/event` and resolves once the server has greeted. */
export async function openEventStream(url: string, headers: Record<string, string> = {}): Promise<EventStream> {
  const leave = new AbortController();
  const events: Envelope[] = [];
  const listeners = new Set<(event: Envelope) => void>();
  let raw = "";

  const parser = createParser({
    onEvent: ({ data }) => {
      const event: unknown = JSON.parse(data);
      // Checked and not parsed: a recording keeps the very object, with its order of keys.
      v.assert(Envelope, event);
      events.push(event);
      for (const listen of listeners) listen(event);
    },
  });

  const response = await fetch(`${url}/global/event`, { headers, signal: leave.signal });
  if (!response.ok || !response.body) throw new Error(`GET /global/event: ${response.status}`);
  const { body } = response;
  const reading = (async () => {
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      raw += chunk;
      parser.feed(chunk);
    }
  })().catch((error: unknown) => {
    // A server that is killed, and leaving, both end the stream with an error; whoever waits for an event times out.
    if (!leave.signal.aborted) raw += `\n[stream ended: ${String(error)}]\n`;
  });

  const stream: EventStream = {
    events,
    raw: () => raw,
    until: (condition, { from = 0, timeout = 60_000 } = {}) => {
      const there = events.slice(from).find((event) => condition(event.payload));
      if (there) return Promise.resolve(there.payload);
      return new Promise((resolve, reject) => {
        const listen = (event: Envelope) => {
          if (!condition(event.payload)) return;
          clearTimeout(timer);
          listeners.delete(listen);
          resolve(event.payload);
        };
        const timer = setTimeout(() => {
          listeners.delete(listen);
          const last = events.slice(-8).map((event) => event.payload.type);
          reject(new Error(`No such event in ${timeout} ms; the last were ${last.join(", ")}`));
        }, timeout);
        listeners.add(listen);
      });
    },
    live: async (poke) => {
      for (let arrived = false; !arrived; ) {
        const from = events.length;
        await poke();
        arrived = await stream
          .until((payload) => payload.type !== "server.heartbeat", { from, timeout: 200 })
          .then(() => true)
          .catch(() => false);
      }
    },
    quiet: (silence) =>
      new Promise((resolve) => {
        const done = () => {
          listeners.delete(listen);
          resolve();
        };
        let timer = setTimeout(done, silence);
        const listen = (event: Envelope) => {
          if (event.payload.type === "server.heartbeat") return;
          clearTimeout(timer);
          timer = setTimeout(done, silence);
        };
        listeners.add(listen);
      }),
    close: async () => {
      leave.abort();
      await reading;
    },
  };
  await stream.until((payload) => payload.type === "server.connected");
  return stream;
}
