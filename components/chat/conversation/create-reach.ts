import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { MessageId, SessionKey, Transcript } from "../../../lib/model";
import { useApp } from "../../app/context";

/** Messages fetched at once on the way to one that is not held: 200 of common size are some 200 kB. */
const STRIDE = 200;

export interface Reach {
  /** Whether older messages are being fetched. */
  busy: Accessor<boolean>;
  /**
   * Fetches older messages until one of them is held. A second call ends the first.
   *
   * @returns whether it is held, or `stopped`
   * @throws FaultError when the server cannot be asked
   */
  to(id: MessageId): Promise<"held" | "missing" | "stopped">;
  stop(): void;
}

/** The way to a message of a conversation that may lie far before what is held. */
export function createReach(key: SessionKey, transcript: Accessor<Transcript>): Reach {
  const { background } = useApp();
  const [current, setCurrent] = createSignal<symbol>();
  onCleanup(() => setCurrent(undefined));
  return {
    busy: () => current() !== undefined,
    stop: () => setCurrent(undefined),
    async to(id) {
      const own = Symbol(id);
      setCurrent(own);
      try {
        while (!transcript().messages[id]) {
          if (transcript().olderCursor === undefined) return "missing";
          await background.loadOlder(key, STRIDE);
          if (current() !== own) return "stopped";
        }
        return "held";
      } finally {
        if (current() === own) setCurrent(undefined);
      }
    },
  };
}
