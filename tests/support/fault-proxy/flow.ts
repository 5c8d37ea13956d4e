import type { Socket } from "node:net";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import type { Flow } from "./fate";
import { nextChunk } from "./head";

/** What is asked at every piece, so that open connections can be halted. */
export interface Valve {
  /** Resolves when bytes may pass. */
  open(): Promise<void>;
}

/** A way of bytes that has come to its end. */
export class Cut extends Error {
  /** @param isClean as if all had been said */
  constructor(readonly isClean: boolean) {
    super();
  }
}

/** What one way of a connection meets with, until it is healed. */
export interface Trouble {
  flow: Flow;
  healed: Promise<void>;
  heal(): void;
  /** From now on nothing passes, until it is healed. */
  strand(): void;
}

export function troubleOf(flow: Flow = {}): Trouble {
  const waiting: (() => void)[] = [];
  const healing = () => new Promise<void>((resolve) => void waiting.push(resolve));
  const trouble: Trouble = {
    flow,
    healed: healing(),
    heal() {
      trouble.flow = {};
      for (const heal of waiting.splice(0)) heal();
    },
    strand() {
      trouble.flow = { stallAfter: 0 };
      // It may have been healed of another trouble before.
      trouble.healed = healing();
    },
  };
  return trouble;
}

/**
 * Writes one way of a connection as its flow has it.
 *
 * @param onPassed called when bytes have passed
 */
export function createSink(to: Socket, trouble: Trouble, valve: Valve, onPassed = () => {}) {
  let passed = 0;
  /** Whose stall is over. */
  let over: Flow | undefined;

  async function write(piece: Buffer): Promise<void> {
    await valve.open();
    if (!to.writable) return;
    if (!to.write(piece)) await first(to, "drain", "close");
    passed += piece.length;
    onPassed();
  }

  /** Bytes after which the flow stalls. */
  const stalls = (flow: Flow) => (flow === over ? NEVER : (flow.stallAfter ?? NEVER));
  const isOver = ({ stallFor }: Flow) => (stallFor === undefined ? [] : [wait(stallFor)]);

  return async (bytes: Buffer): Promise<void> => {
    if (passed === 0 && trouble.flow.delay) await wait(trouble.flow.delay);
    for (let rest = bytes; rest.length > 0; ) {
      if (passed >= stalls(trouble.flow)) {
        const stalled = trouble.flow;
        await Promise.race([first(to, "close"), trouble.healed, ...isOver(stalled)]);
        over = stalled;
      }
      // Who has left hears no more; the end of the connection comes by its own way.
      if (!to.writable) return;
      const { flow } = trouble;
      if (passed >= (flow.cutAfter ?? NEVER)) throw new Cut(false);
      if (passed >= (flow.closeAfter ?? NEVER)) throw new Cut(true);
      const most = Math.min(flow.cutAfter ?? NEVER, flow.closeAfter ?? NEVER, stalls(flow)) - passed;
      const piece = rest.subarray(0, Math.min(most, flow.pieces?.() ?? rest.length));
      rest = rest.subarray(piece.length);
      await write(piece);
      if (flow.pace) await wait(flow.pace);
      else if (flow.pieces) await turn();
    }
  };
}

/** Unlike `once` of Node it takes an error for what it is: the close that follows it tells the rest. */
function first(socket: Socket, ...events: ("drain" | "close")[]): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) return resolve();
    const done = () => {
      for (const event of events) socket.off(event, done);
      resolve();
    };
    for (const event of events) socket.on(event, done);
  });
}

const NEVER = Number.POSITIVE_INFINITY;

/** Hands on everything that comes, until it ends. */
export async function pump(from: Socket, sink: (bytes: Buffer) => Promise<void>): Promise<void> {
  for (let chunk = await nextChunk(from); chunk; chunk = await nextChunk(from)) await sink(chunk);
}
