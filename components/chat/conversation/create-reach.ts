import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { MessageId, SessionKey, Transcript } from "../../../lib/model";
import { useApp } from "../../app/context";

/** Messages fetched at once on the way to one that is not held: 200 of common size are some 200 kB. */
const STRIDE = 200;

export type Reached = "held" | "missing" | "stopped";

export interface Reach {
  /** Whether older messages are being fetched. */
  busy: Accessor<boolean>;
  /**
   * Fetches older messages until one of them is held. A second call ends the first.
   *
   * @returns whether it is held, or `stopped`
   * @throws FaultError when the server cannot be asked
   */
  to(id: MessageId): Promise<Reached>;
  /** The same until something else is so. */
  until(isHeld: () => boolean): Promise<Reached>;
  stop(): void;
}

/** The way to a message of a conversation that may lie far before what is held. */
export function createReach(key: SessionKey, transcript: Accessor<Transcript>): Reach {
  const { background } = useApp();
  const [current, setCurrent] = createSignal<symbol>();
  onCleanup(() => setCurrent(undefined));

  async function until(isHeld: () => boolean): Promise<Reached> {
    const own = Symbol();
    setCurrent(own);
    try {
      while (!isHeld()) {
        if (transcript().olderCursor === undefined) return "missing";
        await background.loadOlder(key, STRIDE);
        if (current() !== own) return "stopped";
      }
      return "held";
    } finally {
      if (current() === own) setCurrent(undefined);
    }
  }

  return {
    busy: () => current() !== undefined,
    stop: () => setCurrent(undefined),
    to: (id) => until(() => transcript().messages[id] !== undefined),
    until,
  };
}
