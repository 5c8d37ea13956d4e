import { once } from "node:events";
import type { Socket } from "node:net";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import type { Flow } from "./fate";
import { nextChunk } from "./head";

/** What is asked at every piece, so that open connections can be halted. */
export interface Valve {
  /** Resolves when bytes may pass. */
  open(): Promise<void>;
}

/** A way of bytes that may break on the way. */
export class Cut extends Error {}

/** Writes one way of a connection as its flow has it. */
export function createSink(to: Socket, flow: Flow, valve: Valve) {
  let passed = 0;

  async function write(piece: Buffer): Promise<void> {
    await valve.open();
    // Who has left hears no more; the end of the connection comes by its own way.
    if (!to.writable) return;
    if (!to.write(piece)) await Promise.race([once(to, "drain"), once(to, "close")]);
    passed += piece.length;
  }

  return async (bytes: Buffer): Promise<void> => {
    if (passed === 0 && flow.delay) await wait(flow.delay);
    for (let rest = bytes; rest.length > 0; ) {
      if (passed >= (flow.cutAfter ?? Number.POSITIVE_INFINITY)) throw new Cut();
      if (passed >= (flow.stallAfter ?? Number.POSITIVE_INFINITY)) await once(to, "close");
      const most =
        Math.min(flow.cutAfter ?? Number.POSITIVE_INFINITY, flow.stallAfter ?? Number.POSITIVE_INFINITY) - passed;
      const piece = rest.subarray(0, Math.min(most, flow.pieces?.() ?? rest.length));
      rest = rest.subarray(piece.length);
      await write(piece);
      if (flow.pace) await wait(flow.pace);
      else if (flow.pieces) await turn();
    }
  };
}

/** Hands on everything that comes, until it ends. */
export async function pump(from: Socket, sink: (bytes: Buffer) => Promise<void>): Promise<void> {
  for (let chunk = await nextChunk(from); chunk; chunk = await nextChunk(from)) await sink(chunk);
}
